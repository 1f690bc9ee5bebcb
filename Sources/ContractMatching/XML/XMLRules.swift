/// What an XML body asks of the rule tree: the steps of its paths.
///
/// A path names a child element, `['@name']` an attribute, `['#text']` the text. An index after a name
/// is one of the elements of that name, `[*]` is each of them.
struct XMLRules {
  private let tree: RuleTree
  /// The rules that a place of the example has asked for.
  private(set) var use = RuleUse()

  /// Wraps the rules of one body.
  init(_ tree: RuleTree) { self.tree = tree }

  /// Notes that a place of the example has a state.
  mutating func note(_ state: RuleState) {
    use.reach(state, in: tree)
  }

  /// The rules that apply in a state.
  func rule(in state: RuleState) -> XMLRule? {
    state.entry.map { XMLRule(ruleSet: tree.entries[$0].set, isInherited: state.isInherited) }
  }

  /// The state at the elements, or at the attribute, that any of the spellings of a name means.
  func state(at spellings: [String], from state: RuleState) -> RuleState {
    var result: RuleState?
    for name in spellings {
      let next = tree.state(at: name, from: state)
      result = result.map { merged($0, next) } ?? next
    }
    return result ?? others(in: state)
  }

  /// The state at the text of an element.
  func text(in state: RuleState) -> RuleState { tree.state(at: "#text", from: state) }

  /// The state at whatever no path names: an empty name cannot be written.
  func others(in state: RuleState) -> RuleState { tree.state(at: "", from: state) }

  /// The indices that paths name among the elements of one name.
  func indices(in state: RuleState) -> Set<Int> { Set(tree.namedIndices(below: state)) }

  /// The state at one of the elements of one name.
  ///
  /// - Parameters:
  ///   - index: which one; `nil` stands for an index that no path names.
  ///   - group: the state at all of them.
  func element(_ index: Int?, in group: RuleState) -> RuleState {
    merged(group, indexed(index, in: group))
  }

  /// The state at the root element.
  func root(_ spellings: [String], from document: RuleState) -> RuleState {
    let named = merged(state(at: spellings, from: document), indexed(0, in: document))
    return element(0, in: named)
  }

  /// What only the step of an index reaches: below a name, `.*` means children and no index.
  private func indexed(_ index: Int?, in group: RuleState) -> RuleState {
    let members = others(in: group).nodes
    var state = tree.state(at: index, from: group)
    state.nodes.removeAll { members.contains($0) }
    state.entry = group.inheritable
    state.isInherited = true
    state.inheritable = group.inheritable
    for node in state.nodes {
      guard let entry = tree.nodes[node].entry, isStronger(entry, than: state.entry) else {
        continue
      }
      state.entry = entry
      state.isInherited = false
      if tree.entries[entry].set.isInheritable { state.inheritable = entry }
    }
    return state
  }

  private func merged(_ first: RuleState, _ second: RuleState) -> RuleState {
    var state = first
    state.nodes += second.nodes.filter { !first.nodes.contains($0) }
    if first.entry == second.entry {
      state.isInherited = first.isInherited && second.isInherited
    } else if let entry = second.entry, isStronger(entry, than: first.entry) {
      state.entry = entry
      state.isInherited = second.isInherited
    }
    if let entry = second.inheritable, isStronger(entry, than: first.inheritable) {
      state.inheritable = entry
    }
    return state
  }

  private func isStronger(_ entry: Int, than other: Int?) -> Bool {
    guard let other else { return true }
    return tree.entries[entry].rank.wins(against: tree.entries[other].rank)
  }
}
