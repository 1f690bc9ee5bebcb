import ContractModel
import JSONText

/// Lays out a ``JSONPlan``.
struct JSONPlanBuilder {
  private(set) var nodes: [JSONPlan.Node] = []
  private(set) var children: [Int32] = []
  private(set) var rules: [RuleSet] = []
  private(set) var structures: [JSONPlan.Structure] = []
  private(set) var named: [JSONPlan.Named] = []
  private(set) var alternatives: [[Int32]] = []
  private(set) var use = RuleUse()

  private let query: GraphQLRule?
  private var tree: RuleTree
  /// The place of each rule set in `rules`.
  private var places: [ObjectIdentifier: Int32] = [:]
  /// Entries derived from `eachValue` rules, by the entry that they are combined with.
  private var derived: [Derivation: Int] = [:]

  /// Wildcards at many levels beside indices at the same levels multiply plans.
  private static let nodeLimit = 4_000_000

  private struct Derivation: Hashable {
    let own: Int?
    let extra: ObjectIdentifier
  }

  /// Rules for each value of a container, from an `eachValue` at the container.
  private struct Extra {
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

  private mutating func place(of set: RuleSet) -> Int32 {
    if let known = places[ObjectIdentifier(set)] { return known }
    let place = Int32(truncatingIfNeeded: rules.count)
    places[ObjectIdentifier(set)] = place
    rules.append(set)
    return place
  }

  /// Rules of which one has to hold, and of which one speaks of the content: each gets a plan.
  private mutating func plan(
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

  private mutating func planContent(
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
    } else if structure?.variants.isEmpty != false {
      try planElements(value, state, extras, at: place)
    }
  }

  private mutating func content(
    of value: JSONValue, _ entry: Int
  ) throws(RuleError) -> (JSONPlan.Structure?, [Extra]) {
    var structure = JSONPlan.Structure()
    var extras: [Extra] = []
    let set = tree.entries[entry].set
    let isObject = value.kind == .object
    for rule in set.rules {
      switch rule.structure {
      case .values:
        structure.isOpen = true
        structure.comparesValues = true
      case .eachKey(let keys) where isObject:
        structure.isOpen = true
        structure.keys.append(keys)
      case .eachValue(let values):
        structure.isOpen = true
        structure.comparesValues = true
        structure.values.append(values)
        let path = PathExpression(tree.entries[entry].path.tokens + [.anyMember])
        extras.append(Extra(set: values, path: path))
      case .contains(let variants) where !isObject:
        structure.variants += try plan(variants, of: value, source: set.source)
      case .anyOrder(let count) where !isObject: structure.anyOrder = count
      case .eachKey:
        throw RuleError("the matching rule 'eachKey' is for objects", rule: set.source)
      case .contains, .anyOrder:
        throw RuleError("the matching rule '\(rule.name)' is for arrays", rule: set.source)
      case nil: break
      }
    }
    if structure.anyOrder != nil, !structure.variants.isEmpty || structure.isOpen {
      throw RuleError(
        "the matching rule 'ignore-order' does not go together with the others here",
        rule: set.source)
    }
    return (structure, extras)
  }

  private mutating func plan(
    _ variants: [ArrayVariant], of array: JSONValue, source: JSONValue?
  ) throws(RuleError) -> [JSONPlan.Variant] {
    let examples = Array(array.elements)
    var plans: [JSONPlan.Variant] = []
    for variant in variants {
      guard examples.indices.contains(variant.index) else {
        throw RuleError(
          "the variant at index \(variant.index) is not in the example, which has"
            + " \(examples.count) elements", rule: source)
      }
      let example = examples[variant.index]
      // The variant's paths start at the element: it is planned by a tree of its own.
      let outer = (tree, use, derived)
      (tree, use, derived) = (variant.rules, RuleUse(), [:])
      let root = try plan(example, variant.rules.root)
      let missed = use.unused(in: variant.rules)
      (tree, use, derived) = outer
      use.unusedInVariants += missed
      plans.append(JSONPlan.Variant(index: variant.index, example: example.node, plan: root))
    }
    return plans
  }

  private mutating func planMembers(
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
    let anyName = try add(extras, to: tree.state(at: nil as String?, from: state))
    nodes[place].template = try plan(first.value, anyName)
    let known = Set(object.members.map(\.name))
    for name in tree.namedKeys(below: state) where !known.contains(name) {
      let below = try add(extras, to: tree.state(at: name, from: state))
      let named = try plan(first.value, below)
      self.named(at: place) { $0.keys[name] = named }
    }
  }

  private mutating func planElements(
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

  private mutating func named(at place: Int, _ add: (inout JSONPlan.Named) -> Void) {
    if nodes[place].named < 0 {
      nodes[place].named = Int32(truncatingIfNeeded: named.count)
      named.append(JSONPlan.Named())
    }
    add(&named[Int(nodes[place].named)])
  }

  /// The state of a value that rules for each value of its container hold for as well.
  private mutating func add(
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
  /// Whether one of several rules has to hold, and one of them speaks of the content.
  fileprivate var isAlternative: Bool { combination == .or && isStructural && rules.count > 1 }

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
