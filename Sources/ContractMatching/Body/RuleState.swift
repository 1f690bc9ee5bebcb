import JSONText

/// Where the walk over a body stands in the rule tree.
struct RuleState {
  /// The nodes of the tree whose paths lead here.
  var nodes: [Int]
  /// The entry that applies: the strongest of those that end here or above.
  var entry: Int?
  /// Whether that entry ends above.
  var isInherited: Bool

  /// Whether no rule applies here or can apply below.
  var isPlain: Bool { nodes.isEmpty && entry == nil }
}

extension RuleTree {
  var root: RuleState {
    let entry = nodes[0].entry
    return RuleState(nodes: entries.isEmpty ? [] : [0], entry: entry, isInherited: false)
  }

  /// The state at a member of that name.
  func state(at key: String, from state: RuleState) -> RuleState {
    guard !state.nodes.isEmpty else { return inherited(state) }
    var next: [Int] = []
    for node in state.nodes {
      if let child = nodes[node].keys[key] { next.append(child) }
      if !nodes[node].elements.isEmpty, let index = Int(key),
        let child = nodes[node].elements[index]
      {
        next.append(child)
      }
      if let child = nodes[node].anyMember { next.append(child) }
    }
    return self.state(next, below: state)
  }

  /// The state at an element; `nil` stands for an index that no path names.
  func state(at index: Int?, from state: RuleState) -> RuleState {
    guard !state.nodes.isEmpty else { return inherited(state) }
    var next: [Int] = []
    for node in state.nodes {
      if let index, let child = nodes[node].elements[index] { next.append(child) }
      if let child = nodes[node].anyElement { next.append(child) }
      if let child = nodes[node].anyMember { next.append(child) }
    }
    return self.state(next, below: state)
  }

  /// The indices that some path names below a state.
  func namedIndices(below state: RuleState) -> [Int] {
    state.nodes.flatMap { nodes[$0].elements.keys }
  }

  private func inherited(_ state: RuleState) -> RuleState {
    RuleState(nodes: [], entry: state.entry, isInherited: true)
  }

  private func state(_ next: [Int], below parent: RuleState) -> RuleState {
    var state = RuleState(nodes: next, entry: parent.entry, isInherited: true)
    for node in next {
      guard let entry = nodes[node].entry else { continue }
      if let best = state.entry, entries[best].rank > entries[entry].rank { continue }
      state.entry = entry
      state.isInherited = false
    }
    return state
  }
}
