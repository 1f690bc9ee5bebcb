import ContractModel
import JSONText

/// Lays out a ``JSONPlan``.
struct JSONPlanBuilder {
  var nodes: [JSONPlan.Node] = []
  var children: [Int32] = []
  var rules: [RuleSet] = []
  var structures: [JSONPlan.Structure] = []
  var named: [JSONPlan.Named] = []
  var alternatives: [[Int32]] = []
  var use = RuleUse()

  let query: GraphQLRule?
  var tree: RuleTree
  /// The place of each rule set in `rules`.
  var places: [ObjectIdentifier: Int32] = [:]
  /// Entries derived from `eachValue` rules, by the entry that they are combined with.
  var derived: [Derivation: Int] = [:]

  /// Wildcards at many levels beside indices at the same levels multiply plans.
  static let nodeLimit = 1_000_000

  struct Derivation: Hashable {
    let own: Int?
    let extra: ObjectIdentifier
  }

  /// Rules for each value of a container, from an `eachValue` at the container.
  struct Extra {
    let set: RuleSet
    let path: PathExpression
  }

  /// - Parameter query: how a GraphQL query in the member `query` is compared, if there is one.
  init(_ rules: RuleTree, query: GraphQLRule?) {
    tree = rules
    self.query = query
  }

  /// Plans a value and all below it.
  ///
  /// - Throws: ``RuleError`` when a rule does not fit the example.
  mutating func plan(_ value: JSONValue, _ state: RuleState) throws(RuleError) -> Int32 {
    guard !state.isPlain || (query != nil && nodes.isEmpty) else { return JSONPlan.plain }
    use.reach(state, in: tree)
    let place = nodes.count
    guard place < Self.nodeLimit else {
      throw RuleError(
        "the matching rules have too many combinations of wildcards and indices",
        rule: state.entry.flatMap { tree.entries[$0].source })
    }
    nodes.append(JSONPlan.Node())
    if let entry = state.entry, !state.isInherited, tree.entries[entry].set.isAlternative {
      try plan(alternativesOf: entry, value, state, at: place)
      return Int32(truncatingIfNeeded: place)
    }
    nodes[place].isInherited = state.isInherited
    if let entry = state.entry {
      let set = tree.entries[entry].set
      nodes[place].rule = self.place(of: set)
      nodes[place].accepts = set.accepts(
        like: ValueKinds(value.document.tape[Int(value.node)]), isInherited: state.isInherited)
    }
    try planContent(value, state, at: place)
    return Int32(truncatingIfNeeded: place)
  }

  mutating func place(of set: RuleSet) -> Int32 {
    if let known = places[ObjectIdentifier(set)] { return known }
    let place = Int32(truncatingIfNeeded: rules.count)
    places[ObjectIdentifier(set)] = place
    rules.append(set)
    return place
  }

  /// Rules of which one has to hold, and of which one speaks of the content: each gets a plan.
  mutating func plan(
    alternativesOf entry: Int, _ value: JSONValue, _ state: RuleState, at place: Int
  ) throws(RuleError) {
    let set = tree.entries[entry].set
    var plans: [Int32] = []
    for rule in set.rules {
      let single = RuleSet(.and, [rule], source: set.source)
      var state = state
      state.entry = tree.derive(single, from: entry)
      if state.inheritable == entry {
        state.inheritable = single.isInheritable ? state.entry : nil
      }
      plans.append(try plan(value, state))
    }
    nodes[place].alternatives = Int32(truncatingIfNeeded: alternatives.count)
    alternatives.append(plans)
  }

  mutating func planContent(
    _ value: JSONValue, _ state: RuleState, at place: Int
  ) throws(RuleError) {
    guard value.isContainer else {
      if let entry = state.entry, !state.isInherited, tree.entries[entry].set.isStructural {
        let set = tree.entries[entry].set
        throw RuleError(
          "the matching rule '\(set.name ?? "")' is for arrays and objects, but the example has"
            + " \(value.description) there", rule: set.source)
      }
      return
    }
    var structure: JSONPlan.Structure?
    var extras: [Extra] = []
    if let entry = state.entry, !state.isInherited, tree.entries[entry].set.isStructural {
      (structure, extras) = try content(of: value, entry)
    }
    if let structure {
      nodes[place].structure = Int32(truncatingIfNeeded: structures.count)
      structures.append(structure)
    }
    if value.kind == .object {
      try planMembers(value, state, extras, isOpen: structure?.isOpen == true, at: place)
    } else if structure?.variants.isEmpty != false || structure?.isOpen == true {
      try planElements(value, state, extras, at: place)
    }
  }
}

extension RuleSet {
  /// Whether one of several rules has to hold, and one of them speaks of the content.
  fileprivate var isAlternative: Bool { combination == .or && isStructural && rules.count > 1 }
}
