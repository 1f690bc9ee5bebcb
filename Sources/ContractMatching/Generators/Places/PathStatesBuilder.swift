import ContractModel

/// Lays out ``PathStates``.
struct PathStatesBuilder {
  private var tree = PathTree()
  private let ranks: [RuleRank]
  private var states: [PathStates.State] = []
  /// The numbers of the states by the tree's nodes that they stand for.
  private var numbers: [[Int]: Int] = [:]
  /// The nodes of states that have no steps yet.
  private var waiting: [[Int]] = []
  private var size = 0

  /// Wildcards at many levels beside names at the same levels multiply states.
  private static let sizeLimit = 1_000_000

  init(_ paths: [PathExpression]) {
    for (number, path) in paths.enumerated() { tree.insert(path, number: number) }
    ranks = paths.enumerated().map { RuleRank($1.tokens, order: $0) }
  }

  /// Makes the states, the root's first.
  ///
  /// - Throws: ``RuleError`` when there are too many.
  mutating func run() throws(RuleError) -> [PathStates.State] {
    _ = number(of: [0])
    while let nodes = waiting.popLast() {
      let state = state(of: nodes)
      if let number = numbers[nodes] { states[number] = state }
      guard size <= Self.sizeLimit else {
        throw RuleError("the generators have too many combinations of wildcards and names")
      }
    }
    return states
  }

  private mutating func number(of nodes: [Int]) -> Int? {
    guard !nodes.isEmpty else { return nil }
    size += nodes.count
    if let known = numbers[nodes] { return known }
    numbers[nodes] = states.count
    states.append(PathStates.State())
    waiting.append(nodes)
    return states.count - 1
  }

  private mutating func state(of nodes: [Int]) -> PathStates.State {
    var state = PathStates.State()
    for path in nodes.compactMap({ tree.nodes[$0].path }) {
      if let best = state.path, !ranks[path].wins(against: ranks[best]) { continue }
      state.path = path
    }
    let members = nodes.compactMap { tree.nodes[$0].anyMember }
    let elements = members + nodes.compactMap { tree.nodes[$0].anyElement }
    state.other = PathStates.Step(member: number(of: members), element: number(of: elements))
    var named: [String: [Int]] = [:]
    for node in nodes {
      for (name, child) in tree.nodes[node].names { named[name, default: []].append(child) }
    }
    for (name, children) in named where size <= Self.sizeLimit {
      state.names[name] = PathStates.Step(
        member: number(of: children + members), element: number(of: children + elements))
    }
    return state
  }
}
