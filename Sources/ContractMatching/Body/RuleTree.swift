import ContractModel
import JSONText

/// The rules of a body as a tree of path steps, so that each node of the body finds its rules by one
/// step from its parent's.
///
/// Of several rules for one place the one with the greatest weight wins: 2 for the root and for each
/// name or index, 1 for each wildcard, multiplied, times the number of steps (a longer path is more
/// exact). Of equal ones the one that is exact further to the left wins, then the first in the file.
struct RuleTree: Sendable {
  /// A rule set with its place among all rules of the body.
  struct Entry: Sendable {
    let set: RuleSet
    let path: PathExpression
    let source: JSONValue?
    /// Greater wins.
    var rank: Int
  }

  /// A step of one or more paths.
  struct Node: Sendable {
    var keys: [String: Int] = [:]
    var elements: [Int: Int] = [:]
    var anyMember: Int?
    var anyElement: Int?
    /// The rule that ends here.
    var entry: Int?
  }

  private(set) var nodes: [Node] = [Node()]
  private(set) var entries: [Entry] = []

  /// - Throws: ``RuleError`` when a path or a rule is not valid.
  init(_ sets: [MatchingRuleSet]) throws(RuleError) {
    for set in sets where set.category == .body {
      let path: PathExpression
      do {
        path = try PathExpression(parsing: set.selector)
      } catch {
        throw RuleError(error.description, rule: set.rules.first)
      }
      let entry = Entry(
        set: try RuleSet(set), path: path, source: set.rules.first, rank: 0)
      insert(entry)
    }
    rank()
  }

  private mutating func insert(_ entry: Entry) {
    var node = 0
    for token in entry.path.tokens { node = child(of: node, token) }
    guard nodes[node].entry == nil else { return }  // the first in the file wins
    nodes[node].entry = entries.count
    entries.append(entry)
  }

  private mutating func child(of node: Int, _ token: PathExpression.Token) -> Int {
    let next = nodes.count
    let found: Int?
    switch token {
    case .key(let name):
      found = nodes[node].keys[name]
      if found == nil { nodes[node].keys[name] = next }
    case .index(let index):
      found = nodes[node].elements[index]
      if found == nil { nodes[node].elements[index] = next }
    case .anyMember:
      found = nodes[node].anyMember
      if found == nil { nodes[node].anyMember = next }
    case .anyElement:
      found = nodes[node].anyElement
      if found == nil { nodes[node].anyElement = next }
    }
    if let found { return found }
    nodes.append(Node())
    return next
  }

  private mutating func rank() {
    let order = entries.indices.sorted { left, right in
      isWeaker(entries[left].path, entries[right].path) ?? (left > right)
    }
    for (rank, entry) in order.enumerated() { entries[entry].rank = rank }
  }

  /// Whether the left path loses against the right one; `nil` when they weigh the same.
  private func isWeaker(_ left: PathExpression, _ right: PathExpression) -> Bool? {
    let (leftWeight, rightWeight) = (weight(left), weight(right))
    if leftWeight != rightWeight { return leftWeight < rightWeight }
    for (leftToken, rightToken) in zip(left.tokens, right.tokens) {
      let (leftExact, rightExact) = (leftToken.isExact, rightToken.isExact)
      if leftExact != rightExact { return rightExact }
    }
    return nil
  }

  private func weight(_ path: PathExpression) -> Double {
    let exact = path.tokens.count { $0.isExact } + 1
    return Double(
      sign: .plus, exponent: min(exact, 1_000), significand: Double(path.tokens.count + 1))
  }
}

extension PathExpression.Token {
  fileprivate var isExact: Bool {
    switch self {
    case .key, .index: true
    case .anyMember, .anyElement: false
    }
  }
}
