import ContractModel
import JSONText

/// The rules of a body as a tree of path steps, so that each node of the body finds its rules by one
/// step from its parent's.
///
/// Of several rules for one place the one with the greatest ``RuleRank`` wins.
package struct RuleTree: Sendable {
  /// A rule set with its place among all rules of the body.
  struct Entry: Sendable {
    let set: RuleSet
    let path: PathExpression
    let rank: RuleRank
    var source: JSONValue? { self.set.source }
  }

  /// A step of one or more paths.
  struct Node: Sendable {
    /// The rule that ends here.
    var entry: Int?
    /// The first of the steps that go on from here; each knows the next.
    var firstEdge: Int?
    var edgeCount = 0
    /// Whether a step from here names an element.
    var hasIndices = false
    var anyMember: Int?
    var anyElement: Int?
  }

  /// A step by a name or an index.
  private struct Edge: Sendable {
    let token: PathExpression.Token
    let child: Int
    let next: Int?
  }

  /// A step from a node with many of them.
  private struct Step: Hashable, Sendable {
    let node: Int
    let token: PathExpression.Token
  }

  private(set) var nodes: [Node] = [Node()]
  private(set) var entries: [Entry] = []
  /// Rules whose place another one has already.
  private(set) var shadowed: [Entry] = []
  private var edges: [Edge] = []
  /// The steps from nodes with more of them than a walk along the list is quick for.
  private var index: [Step: Int] = [:]

  private static let listLimit = 8

  /// - Throws: ``RuleError`` when a path or a rule is not valid.
  init(_ sets: [MatchingRuleSet]) throws(RuleError) {
    for set in sets where set.category == .body {
      let path: PathExpression
      do {
        path = try PathExpression(parsing: set.selector)
      } catch {
        throw RuleError(error.description, rule: set.rules.first)
      }
      insert(try RuleSet(set), at: path)
    }
  }

  /// Rules that are compiled already, by their paths.
  init(_ sets: [(path: PathExpression, rules: RuleSet)]) {
    for set in sets { insert(set.rules, at: set.path) }
  }

  private mutating func insert(_ set: RuleSet, at path: PathExpression) {
    let entry = Entry(set: set, path: path, rank: RuleRank(path.tokens, order: entries.count))
    var node = 0
    for token in path.tokens { node = child(of: node, token) }
    if nodes[node].entry == nil {
      nodes[node].entry = entries.count
      entries.append(entry)
    } else {
      shadowed.append(entry)  // the first in the file wins
    }
  }

  /// Adds rules that were derived from those of the file, without a place in the tree.
  ///
  /// - Returns: the entry.
  mutating func add(_ set: RuleSet, at path: PathExpression) -> Int {
    let rank = RuleRank(path.tokens, order: entries.count)
    entries.append(Entry(set: set, path: path, rank: rank))
    return entries.count - 1
  }

  /// Adds rules that stand where an entry does, in its stead.
  ///
  /// - Returns: the entry.
  mutating func derive(_ set: RuleSet, from entry: Int) -> Int {
    entries.append(Entry(set: set, path: entries[entry].path, rank: entries[entry].rank))
    return entries.count - 1
  }

  private mutating func child(of node: Int, _ token: PathExpression.Token) -> Int {
    let next = nodes.count
    switch token {
    case .anyMember:
      if let found = nodes[node].anyMember { return found }
      nodes[node].anyMember = next
    case .anyElement:
      if let found = nodes[node].anyElement { return found }
      nodes[node].anyElement = next
    case .key, .index:
      if let found = step(from: node, token) { return found }
      edges.append(Edge(token: token, child: next, next: nodes[node].firstEdge))
      nodes[node].firstEdge = edges.count - 1
      nodes[node].edgeCount += 1
      if case .index = token { nodes[node].hasIndices = true }
      indexEdges(of: node)
    }
    nodes.append(Node())
    return next
  }

  /// Keeps the index of a node that has many steps.
  private mutating func indexEdges(of node: Int) {
    guard nodes[node].edgeCount > Self.listLimit else { return }
    var edge = nodes[node].firstEdge
    while let place = edge {
      index[Step(node: node, token: edges[place].token)] = edges[place].child
      // Once there is an index, only the newest step is missing in it.
      edge = nodes[node].edgeCount == Self.listLimit + 1 ? edges[place].next : nil
    }
  }

  /// The node that a step by a name or an index leads to.
  func step(from node: Int, _ token: PathExpression.Token) -> Int? {
    if nodes[node].edgeCount > Self.listLimit { return index[Step(node: node, token: token)] }
    var edge = nodes[node].firstEdge
    while let place = edge {
      if edges[place].token == token { return edges[place].child }
      edge = edges[place].next
    }
    return nil
  }

  /// The steps by name or index that go on from a node, the newest first.
  func steps(from node: Int) -> [PathExpression.Token] {
    var steps: [PathExpression.Token] = []
    var edge = nodes[node].firstEdge
    while let place = edge {
      steps.append(edges[place].token)
      edge = edges[place].next
    }
    return steps
  }
}
