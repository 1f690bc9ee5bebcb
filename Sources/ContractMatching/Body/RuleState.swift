import ContractModel

/// Where the walk over a body stands in the rule tree.
struct RuleState: Sendable {
  /// The nodes of the tree whose paths lead here.
  var nodes: [Int]
  /// The entry that applies: the strongest of those that end here or above.
  var entry: Int?
  /// Whether that entry ends above.
  var isInherited: Bool
  /// The strongest of the entries that hold for what lies below as well.
  var inheritable: Int?

  /// Whether no rule applies here or can apply below.
  var isPlain: Bool { nodes.isEmpty && entry == nil && inheritable == nil }
}

extension RuleTree {
  /// The state at the root of a body.
  var root: RuleState {
    guard !entries.isEmpty else {
      return RuleState(nodes: [], entry: nil, isInherited: false, inheritable: nil)
    }
    return state([0], below: nil)
  }

  /// The state at a member of that name; `nil` stands for a name that no path names.
  func state(at name: String?, from state: RuleState) -> RuleState {
    var next: [Int] = []
    for node in state.nodes {
      if let name {
        if let child = step(from: node, .key(name)) { next.append(child) }
        if nodes[node].hasIndices, let index = Int(name),
          let child = step(from: node, .index(index))
        {
          next.append(child)
        }
      }
      if let child = nodes[node].anyMember { next.append(child) }
    }
    return self.state(next, below: state)
  }

  /// The state at an element; `nil` stands for an index that no path names.
  func state(at index: Int?, from state: RuleState) -> RuleState {
    var next: [Int] = []
    for node in state.nodes {
      if let index {
        if let child = step(from: node, .index(index)) { next.append(child) }
        if let child = step(from: node, .key(String(index))) { next.append(child) }
      }
      if let child = nodes[node].anyElement { next.append(child) }
      if let child = nodes[node].anyMember { next.append(child) }
    }
    return self.state(next, below: state)
  }

  /// The state in a part of a multipart body, to which its name leads and its index.
  func state(atPart name: String?, index: Int, from state: RuleState) -> RuleState {
    var next: [Int] = []
    for node in state.nodes {
      if let name, let child = step(from: node, .key(name)) { next.append(child) }
      if let child = step(from: node, .index(index)) { next.append(child) }
      if let child = nodes[node].anyElement { next.append(child) }
      if let child = nodes[node].anyMember { next.append(child) }
    }
    return self.state(next, below: state)
  }

  /// The indices that some path names below a state.
  func namedIndices(below state: RuleState) -> [Int] {
    state.nodes.flatMap { node in
      steps(from: node).compactMap { if case .index(let index) = $0 { index } else { nil } }
    }
  }

  /// The names that some path names below a state.
  func namedKeys(below state: RuleState) -> [String] {
    state.nodes.flatMap { node in
      steps(from: node).compactMap { if case .key(let name) = $0 { name } else { nil } }
    }
  }

  private func state(_ next: [Int], below parent: RuleState?) -> RuleState {
    var here: Int?
    var inheritable = parent?.inheritable
    for node in next {
      guard let entry = nodes[node].entry else { continue }
      if let best = here, !entries[entry].rank.wins(against: entries[best].rank) { continue }
      here = entry
    }
    guard let here else {
      return RuleState(
        nodes: next, entry: inheritable, isInherited: true, inheritable: inheritable)
    }
    if let best = inheritable, entries[best].rank.wins(against: entries[here].rank) {
      return RuleState(nodes: next, entry: best, isInherited: true, inheritable: best)
    }
    if entries[here].set.isInheritable { inheritable = here }
    return RuleState(nodes: next, entry: here, isInherited: false, inheritable: inheritable)
  }
}
