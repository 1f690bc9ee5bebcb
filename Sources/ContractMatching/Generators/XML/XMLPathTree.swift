import ContractModel

/// Paths into XML as a tree of their steps.
///
/// Each step to a child element takes two nodes: one for the name, and below it one for which of the
/// elements of that name. Attributes and texts have the first only.
struct XMLPathTree {
  /// A step of one or more paths.
  struct Node {
    /// The strongest path that ends here.
    var path: Int?
    /// The steps to names, by the numbers of the keys.
    var names: [Int: Int] = [:]
    /// The step to any name.
    var anyName: Int?
    /// The steps to one element of a name.
    var indices: [Int: Int] = [:]
    /// The step to any element of a name.
    var anyIndex: Int?
  }

  /// The nodes; the first stands for the document.
  private(set) var nodes: [Node] = [Node()]
  private var keys: [String: Int] = [:]
  private let ranks: [RuleRank]

  /// Lays out paths; the one to the document itself leads to no value.
  init(_ paths: [PathExpression]) {
    ranks = paths.enumerated().map { RuleRank($1.tokens, order: $0) }
    for (number, path) in paths.enumerated() { insert(path, number) }
  }

  /// The number of a name, or `nil` when no path has it.
  func key(_ name: String) -> Int? { keys[name] }

  /// Whether a path wins against another one.
  func isStronger(_ path: Int, than other: Int?) -> Bool {
    guard let other else { return true }
    return ranks[path].wins(against: ranks[other])
  }

  private mutating func insert(_ path: PathExpression, _ number: Int) {
    guard !path.tokens.isEmpty else { return }
    var node = 0
    // Whether the last step was a name, which an index may follow.
    var isName = false
    for (place, token) in path.tokens.enumerated() {
      let token = Self.withIndices(token)
      switch token {
      case .key(let name):
        node = child(name, of: isName ? anyIndex(of: node) : node)
        isName = true
      case .anyMember:
        node = anyName(of: isName ? anyIndex(of: node) : node)
        isName = true
      case .index, .anyElement:
        // The root can be meant without its name; else an index behind none leads nowhere.
        guard isName || place == 0 else { return }
        if place == 0 { node = anyName(of: node) }
        node = element(token.index, of: node)
        isName = false
      }
    }
    end(number, at: node)
    if isName { end(number, at: anyIndex(of: node)) }
  }

  /// A name of digits is none in XML, but another way to write an index.
  private static func withIndices(_ token: PathExpression.Token) -> PathExpression.Token {
    guard case .key(let name) = token, let index = Int(name), String(index) == name, index >= 0
    else { return token }
    return .index(index)
  }

  private mutating func end(_ path: Int, at node: Int) {
    if isStronger(path, than: nodes[node].path) { nodes[node].path = path }
  }

  private mutating func child(_ name: String, of node: Int) -> Int {
    let key = keys[name] ?? keys.count
    keys[name] = key
    if let known = nodes[node].names[key] { return known }
    nodes[node].names[key] = nodes.count
    return add()
  }

  private mutating func anyName(of node: Int) -> Int {
    if let known = nodes[node].anyName { return known }
    nodes[node].anyName = nodes.count
    return add()
  }

  private mutating func element(_ index: Int?, of node: Int) -> Int {
    guard let index else { return anyIndex(of: node) }
    if let known = nodes[node].indices[index] { return known }
    nodes[node].indices[index] = nodes.count
    return add()
  }

  private mutating func anyIndex(of node: Int) -> Int {
    if let known = nodes[node].anyIndex { return known }
    nodes[node].anyIndex = nodes.count
    return add()
  }

  private mutating func add() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }
}

extension PathExpression.Token {
  /// The index that the step names.
  fileprivate var index: Int? {
    if case .index(let index) = self { index } else { nil }
  }
}
