import JSONText

/// An expected JSON body with its rules, laid out for one walk: each node knows the rule that applies
/// to it, so that comparing asks the rule tree nothing.
///
/// A subtree without rules has no nodes of its own. Nodes are plain numbers, so that a walk over a
/// large body counts no references.
final class JSONPlan: Sendable {
  /// The plan of one expected value.
  struct Node: Sendable {
    /// The rules that apply, as a place in `rules`, or -1 for equality.
    var rule: Int32 = -1
    /// What the rules say of the content, as a place in `structures`, or -1.
    var structure: Int32 = -1
    /// Where the plans of the members or elements start in `children`; in the order of the example.
    var firstChild: Int32 = 0
    /// The plan for members or elements beyond those of the example, compared with its first.
    var template: Int32 = JSONPlan.plain
    /// Plans of members and elements beyond the example that a path names, as a place in `named`.
    var named: Int32 = -1
    /// Plans of which one has to hold, as a place in `alternatives`; then nothing else is asked.
    var alternatives: Int32 = -1
    /// The kinds of actual value for which the rules hold without being asked.
    var accepts: ValueKinds = []
    /// Whether the rules stand at an ancestor.
    var isInherited = false
  }

  /// What structural rules say of one array or object.
  struct Structure: Sendable {
    /// Whether keys, or the number of elements, are free.
    var isOpen = false
    /// Whether each value is compared, and not only those that rules name.
    var comparesValues = false
    /// The rules that each key holds to.
    var keys: [RuleSet] = []
    /// The rules that each value holds to; asked where there is no example to compare with.
    var values: [RuleSet] = []
    /// What has to be found among the elements.
    var variants: [Variant] = []
    /// How many elements there may be when their order does not count.
    var anyOrder: ElementCount?
  }

  /// A variant of an `arrayContains` rule.
  struct Variant: Sendable {
    let index: Int
    /// The node of the variant's example.
    let example: UInt32
    /// The plan of the variant.
    let plan: Int32
  }

  /// Plans by name or index.
  struct Named: Sendable {
    var keys: [String: Int32] = [:]
    var indices: [Int: Int32] = [:]
  }

  /// The plan of a value whose subtree has no rules.
  static let plain: Int32 = -1

  let expected: JSONValue
  let nodes: [Node]
  let children: [Int32]
  let rules: [RuleSet]
  let structures: [Structure]
  let named: [Named]
  let alternatives: [[Int32]]
  let root: Int32
  /// The rules that found a place in the example.
  let use: RuleUse

  /// - Parameters:
  ///   - rules: the rules of the whole body.
  ///   - start: where in the rules the value stands.
  ///   - mayBeGraphQL: whether a member `query` that holds a GraphQL document is compared as one.
  /// - Throws: ``RuleError`` when a rule does not fit the example.
  init(
    _ expected: JSONValue, rules: RuleTree, start: RuleState, mayBeGraphQL: Bool = false
  ) throws(RuleError) {
    let query = mayBeGraphQL ? expected["query"]?.string.flatMap(GraphQLRule.init) : nil
    var builder = JSONPlanBuilder(rules, query: query)
    let root = try builder.plan(expected, start)
    self.expected = expected
    self.root = root
    nodes = builder.nodes
    children = builder.children
    self.rules = builder.rules
    structures = builder.structures
    named = builder.named
    alternatives = builder.alternatives
    use = builder.use
  }

  /// The plan of the child at a place, or plain below a plain node.
  @inline(__always)
  func child(_ place: Int, of node: Int32) -> Int32 {
    node < 0 ? JSONPlan.plain : children[Int(nodes[Int(node)].firstChild) + place]
  }
}
