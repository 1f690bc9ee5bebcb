import JSONText

/// An expected JSON body with its rules, laid out for one walk: each node knows the rule that applies
/// to it, so that comparing asks the rule tree nothing.
///
/// A subtree without rules has no nodes of its own.
struct JSONPlan: Sendable {
  /// The plan of one expected value.
  struct Node: Sendable {
    /// The rule that applies, or `nil` for equality.
    var rule: RuleSet?
    /// Whether the rule stands at an ancestor.
    var isInherited = false
    /// Where the plans of the members or elements start in `children`; in the order of the example.
    var firstChild = 0
    /// The plan for elements beyond those of the example, compared with its first; -1 for none.
    var template = JSONPlan.plain
    /// Plans of elements beyond the example whose index a path names.
    var special: [Int: Int] = [:]
  }

  /// The plan of a value whose subtree has no rules.
  static let plain = -1

  let expected: JSONValue
  private(set) var nodes: [Node] = []
  private(set) var children: [Int] = []
  private(set) var root = JSONPlan.plain
  /// The rules that apply to no place of the example.
  private(set) var unused: [RuleTree.Entry] = []

  init(_ expected: JSONValue, rules: RuleTree) {
    self.expected = expected
    var builder = Builder(rules: rules)
    root = builder.plan(expected, rules.root)
    nodes = builder.nodes
    children = builder.children
    unused = rules.entries.indices.filter { !builder.used.contains($0) }.map { rules.entries[$0] }
  }

  /// The plan of the child at a place, or plain below a plain node.
  @inline(__always)
  func child(_ place: Int, of node: Int) -> Int {
    node == JSONPlan.plain ? JSONPlan.plain : children[nodes[node].firstChild + place]
  }

  private struct Builder {
    let rules: RuleTree
    var nodes: [Node] = []
    var children: [Int] = []
    var used: Set<Int> = []

    mutating func plan(_ value: JSONValue, _ state: RuleState) -> Int {
      guard !state.isPlain else { return JSONPlan.plain }
      for node in state.nodes {
        if let entry = rules.nodes[node].entry { used.insert(entry) }
      }
      let place = nodes.count
      let rule = state.entry.map { rules.entries[$0].set }
      nodes.append(Node(rule: rule, isInherited: state.isInherited))
      var plans: [Int] = []
      switch value.kind {
      case .object:
        for member in value.members {
          plans.append(plan(member.value, rules.state(at: member.name, from: state)))
        }
      case .array:
        plans = elements(value, state, of: place)
      default: break
      }
      nodes[place].firstChild = children.count
      children += plans
      return place
    }

    private mutating func elements(
      _ array: JSONValue, _ state: RuleState, of place: Int
    ) -> [Int] {
      var plans: [Int] = []
      let named = Set(rules.namedIndices(below: state))
      for (index, element) in array.elements.enumerated() {
        let known = named.contains(index) ? index : nil
        plans.append(plan(element, rules.state(at: known, from: state)))
      }
      if let first = array.elements.first {
        nodes[place].template =
          named.contains(0) ? plan(first, rules.state(at: nil, from: state)) : plans[0]
        for index in named where index >= plans.count {
          nodes[place].special[index] = plan(first, rules.state(at: index, from: state))
        }
      }
      return plans
    }
  }
}
