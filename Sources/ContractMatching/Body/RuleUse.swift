import ContractModel

/// Which rules of a body found a place in the example.
struct RuleUse: Sendable {
  /// Whether an entry did, by its place in the tree; those behind the end did not.
  private var used: [Bool] = []
  /// Rules of `arrayContains` variants that did not.
  var unusedInVariants: [RuleTree.Entry] = []

  /// Notes the rules whose paths end at a place of the example.
  mutating func reach(_ state: RuleState, in tree: RuleTree) {
    for node in state.nodes {
      if let entry = tree.nodes[node].entry { note(entry) }
    }
  }

  private mutating func note(_ entry: Int) {
    if entry >= used.count {
      used.append(contentsOf: repeatElement(false, count: entry + 1 - used.count))
    }
    used[entry] = true
  }

  /// Notes what was found in a part of the body.
  mutating func merge(_ other: RuleUse) {
    for entry in other.used.indices where other.used[entry] { note(entry) }
    unusedInVariants += other.unusedInVariants
  }

  /// The rules of a tree that apply to no place of the example, or never win.
  ///
  /// - Parameter count: how many entries of the tree are from the file.
  func unused(in tree: RuleTree, count: Int? = nil) -> [RuleTree.Entry] {
    let missed = (0..<(count ?? tree.entries.count)).filter { $0 >= used.count || !used[$0] }
    return missed.map { tree.entries[$0] } + tree.shadowed + unusedInVariants
  }
}
