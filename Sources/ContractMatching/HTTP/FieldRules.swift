import ContractModel

/// The rules of one category by the names of its fields.
struct FieldRules: Sendable {
  private var sets: [String: RuleSet] = [:]
  /// How the values of a field are compared as a list, where rules speak of lists.
  private var lists: [String: ValueListMatcher] = [:]
  private let ignoresCase: Bool
  /// The rule sets of names that the example does not have.
  private(set) var unused: [MatchingRuleSet] = []

  /// No rules.
  init() { ignoresCase = false }

  /// - Parameters:
  ///   - examples: the fields that the example has.
  ///   - ignoresCase: whether names are compared without case.
  /// - Throws: ``RuleError`` when a rule is not known or not valid.
  init(
    _ rules: [MatchingRuleSet], _ category: MatchingRuleSet.Category, examples: [Field],
    ignoresCase: Bool
  ) throws(RuleError) {
    self.ignoresCase = ignoresCase
    guard rules.contains(where: { $0.category == category }) else { return }
    let known = Set(examples.map { ignoresCase ? $0.name.lowercased() : $0.name })
    for set in rules where set.category == category {
      let name = ignoresCase ? set.selector.lowercased() : set.selector
      if sets[name] == nil { sets[name] = try RuleSet(set) } else { unused.append(set) }
      if !known.contains(name), !name.isEmpty { unused.append(set) }
    }
    try makeLists(examples)
  }

  /// - Throws: ``RuleError`` when a rule does not fit a list of values.
  init(_ sets: [String: RuleSet], examples: [Field]) throws(RuleError) {
    self.sets = sets
    ignoresCase = false
    try makeLists(examples)
  }

  private mutating func makeLists(_ examples: [Field]) throws(RuleError) {
    for field in examples {
      guard let set = self[field.name], set.isStructural else { continue }
      lists[key(field.name)] = try ValueListMatcher(field.values, set)
    }
  }

  private func key(_ name: String) -> String { ignoresCase ? name.lowercased() : name }

  /// The rules for a field; those without a name are for every field.
  subscript(name: String) -> RuleSet? {
    guard !sets.isEmpty else { return nil }
    return sets[key(name)] ?? sets[""]
  }

  /// How the values of a field are compared as a list, or `nil` when each is compared on its own.
  func list(_ name: String) -> ValueListMatcher? {
    lists.isEmpty ? nil : lists[key(name)]
  }
}
