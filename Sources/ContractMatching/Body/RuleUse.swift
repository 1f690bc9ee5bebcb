import ContractModel

/// Which rules of a body found a place in the example.
struct RuleUse: Sendable {
  /// The entries that did, by their place in the tree.
  private var used: Set<Int> = []
  /// Rules of `arrayContains` variants that did not.
  var unusedInVariants: [RuleTree.Entry] = []

  /// Notes the rules whose paths end at a place of the example.
  mutating func reach(_ state: RuleState, in tree: RuleTree) {
    for node in state.nodes {
      if let entry = tree.nodes[node].entry { used.insert(entry) }
    }
  }

  /// Notes what was found in a part of the body.
  mutating func merge(_ other: RuleUse) {
    used.formUnion(other.used)
    unusedInVariants += other.unusedInVariants
  }

  /// The rules of a tree that apply to no place of the example, or never win.
  ///
  /// - Parameter count: how many entries of the tree are from the file.
  func unused(in tree: RuleTree, count: Int? = nil) -> [RuleTree.Entry] {
    let missed = (0..<(count ?? tree.entries.count)).filter { !used.contains($0) }
    return missed.map { tree.entries[$0] } + tree.shadowed + unusedInVariants
  }
}
