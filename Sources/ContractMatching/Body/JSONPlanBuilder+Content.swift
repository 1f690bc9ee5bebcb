import ContractModel
import JSONText

/// The plans of members and elements.
extension JSONPlanBuilder {
  mutating func planMembers(
    _ object: JSONValue, _ state: RuleState, _ extras: [Extra], isOpen: Bool, at place: Int
  ) throws(RuleError) {
    var plans: [Int32] = []
    for member in object.members {
      var below = try add(extras, to: tree.state(at: member.name, from: state))
      if let query, place == 0, below.entry == nil, member.name == "query" {
        let set = RuleSet(.and, [query], source: nil)
        below.entry = tree.add(set, at: PathExpression([.key("query")]))
        below.isInherited = false
      }
      plans.append(try plan(member.value, below))
    }
    nodes[place].firstChild = Int32(truncatingIfNeeded: children.count)
    children += plans
    guard isOpen, let first = object.members.first else { return }
    let names = Set(tree.namedKeys(below: state))
    if names.contains(first.name) || Int(first.name) != nil {
      let anyName = try add(extras, to: tree.state(at: nil as String?, from: state))
      nodes[place].template = try plan(first.value, anyName)
    } else {
      // No path tells the first member from others: one plan is enough, at any depth.
      nodes[place].template = plans[0]
    }
    let known = Set(object.members.map(\.name))
    for name in names where !known.contains(name) {
      let below = try add(extras, to: tree.state(at: name, from: state))
      let named = try plan(first.value, below)
      self.named(at: place) { $0.keys[name] = named }
    }
  }

  mutating func planElements(
    _ array: JSONValue, _ state: RuleState, _ extras: [Extra], at place: Int
  ) throws(RuleError) {
    var plans: [Int32] = []
    let indices = Set(tree.namedIndices(below: state))
    for (index, element) in array.elements.enumerated() {
      let known = indices.contains(index) ? index : nil
      let below = try add(extras, to: tree.state(at: known, from: state))
      plans.append(try plan(element, below))
    }
    nodes[place].firstChild = Int32(truncatingIfNeeded: children.count)
    children += plans
    guard let first = array.elements.first else { return }
    let anyIndex = try add(extras, to: tree.state(at: nil as Int?, from: state))
    nodes[place].template = indices.contains(0) ? try plan(first, anyIndex) : plans[0]
    for index in indices where index >= plans.count {
      let below = try add(extras, to: tree.state(at: index, from: state))
      let named = try plan(first, below)
      self.named(at: place) { $0.indices[index] = named }
    }
  }

  mutating func named(at place: Int, _ add: (inout JSONPlan.Named) -> Void) {
    if nodes[place].named < 0 {
      nodes[place].named = Int32(truncatingIfNeeded: named.count)
      named.append(JSONPlan.Named())
    }
    add(&named[Int(nodes[place].named)])
  }

  /// The state of a value that rules for each value of its container hold for as well.
  mutating func add(
    _ extras: [Extra], to state: RuleState
  ) throws(RuleError) -> RuleState {
    var state = state
    for extra in extras {
      let own = state.isInherited ? nil : state.entry
      let key = Derivation(own: own, extra: ObjectIdentifier(extra.set))
      let entry: Int
      if let known = derived[key] {
        entry = known
      } else if let own {
        entry = tree.derive(try extra.set.joined(with: tree.entries[own].set), from: own)
        derived[key] = entry
      } else {
        entry = tree.add(extra.set, at: extra.path)
        derived[key] = entry
      }
      state.entry = entry
      state.isInherited = false
      if tree.entries[entry].set.isInheritable { state.inheritable = entry }
    }
    return state
  }
}

extension RuleSet {
  /// These rules, and those of another set as well.
  fileprivate func joined(with other: RuleSet) throws(RuleError) -> RuleSet {
    if other.combination == .and || other.rules.count == 1 {
      return RuleSet(.and, other.rules + rules, source: other.source)
    }
    guard !other.isStructural else {
      throw RuleError(
        "rules that are combined by OR cannot stand below an 'eachValue'", rule: other.source)
    }
    return RuleSet(.and, [CombinedRule(other)] + rules, source: other.source)
  }
}
