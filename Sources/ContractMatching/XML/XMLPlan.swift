/// An expected XML body with its rules, laid out for one walk: each element knows the rules that apply
/// to it, so that comparing asks the rule tree nothing.
///
/// A subtree without rules has no nodes of its own.
struct XMLPlan: Sendable {
  /// The plan of one expected element.
  struct Node: Sendable {
    /// The rules for its text, or `nil` for equality.
    var text: XMLRule?
    /// Whether an element without text has nothing that the rules could be asked for.
    var mayLackText = false
    /// Whether children with names that the example does not have are refused in responses as well.
    var isClosed = false
    /// Where the rules of its attributes start in ``XMLPlan/attributes``.
    var firstAttribute = 0
    /// Where the plans of its children start in ``XMLPlan/children``; in the order of the example.
    var firstChild = 0
    /// Where the rules of its groups start in ``XMLPlan/groups``.
    var firstGroup = 0
  }

  /// What applies to the children of one element that have the same name.
  struct Group: Sendable {
    /// The rules for any number of them; `nil` when there have to be as many as in the example.
    var count: XMLRule?
    /// The plan for elements beyond those of the example, compared with its first.
    var template = XMLPlan.plain
    /// Plans of elements beyond the example whose index a path names.
    var special: [Int: Int] = [:]
  }

  /// The plan of an element whose subtree has no rules.
  static let plain = -1

  /// The example.
  let expected: XMLTree
  /// The children of the expected elements by name.
  let shape: XMLShape
  /// The plans of the elements that have rules.
  let nodes: [Node]
  /// The rules of the attributes, element by element.
  let attributes: [XMLRule?]
  /// The plans of the children, element by element.
  let children: [Int]
  /// The rules of the groups of children, element by element.
  let groups: [Group]
  /// The plan of the root element.
  let root: Int
  /// The rules for the number of the root's children: there is only one root that could be counted.
  let rootCount: XMLRule?
  /// The rules that found a place in the example.
  let use: RuleUse

  /// Lays the rules out over the example.
  ///
  /// - Parameter start: the state of the rules at the document, above the root element.
  /// - Throws: ``RuleError`` for rules that XML bodies cannot have.
  init(_ expected: XMLTree, rules: RuleTree, start: RuleState) throws(RuleError) {
    for entry in rules.entries { try Self.checkIsForValues(entry) }
    let shape = XMLShape(expected)
    var builder = XMLPlanBuilder(expected, shape, XMLRules(rules))
    root = try builder.run(from: start)
    self.expected = expected
    self.shape = shape
    nodes = builder.nodes
    attributes = builder.attributes
    children = builder.children
    groups = builder.groups
    rootCount = builder.rootCount
    use = builder.rules.use
  }

  /// Refuses rules that mean nothing for XML.
  private static func checkIsForValues(_ entry: RuleTree.Entry) throws(RuleError) {
    guard let rule = entry.set.rules.first(where: { $0.structure != nil }) else { return }
    throw RuleError(
      "the matching rule '\(rule.name)' does not apply to XML bodies", rule: entry.source)
  }

  /// The plan of the child at a place, or plain below a plain element.
  @inline(__always)
  func child(_ place: Int, of node: Int) -> Int {
    node == XMLPlan.plain ? XMLPlan.plain : children[nodes[node].firstChild + place]
  }

  /// The rules of the attribute at a place.
  @inline(__always)
  func attribute(_ place: Int, of node: Int) -> XMLRule? {
    node == XMLPlan.plain ? nil : attributes[nodes[node].firstAttribute + place]
  }

  /// The rules of the group at a place; `nil` when there have to be as many as in the example.
  @inline(__always)
  func repetition(_ place: Int, of node: Int) -> Group? {
    guard node != XMLPlan.plain else { return nil }
    let group = groups[nodes[node].firstGroup + place]
    return group.count == nil ? nil : group
  }
}
