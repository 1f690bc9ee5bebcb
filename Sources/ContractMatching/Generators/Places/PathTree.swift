import ContractModel

/// Paths as a tree of their steps.
struct PathTree {
  /// A step of one or more paths.
  struct Node {
    /// The first path that ends here.
    var path: Int?
    /// The steps by name; an index is the name of its digits.
    var names: [String: Int] = [:]
    var anyMember: Int?
    var anyElement: Int?
  }

  private(set) var nodes: [Node] = [Node()]

  /// Adds a path.
  ///
  /// - Parameter number: the number of the path.
  mutating func insert(_ path: PathExpression, number: Int) {
    var node = 0
    for token in path.tokens { node = child(of: node, token) }
    if nodes[node].path == nil { nodes[node].path = number }
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
    case .key(let name):
      if let found = nodes[node].names[name] { return found }
      nodes[node].names[name] = next
    case .index(let index):
      if let found = nodes[node].names[String(index)] { return found }
      nodes[node].names[String(index)] = next
    }
    nodes.append(Node())
    return next
  }
}
