import ContractModel

/// The rules of one category by the names of its fields.
struct FieldRules: Sendable {
  private var sets: [String: RuleSet] = [:]
  private let ignoresCase: Bool
  /// The rule sets of names that the example does not have.
  private(set) var unused: [MatchingRuleSet] = []

  /// - Parameters:
  ///   - names: the names that the example has.
  ///   - ignoresCase: whether names are compared without case.
  /// - Throws: ``RuleError`` when a rule is not known or not valid.
  init(
    _ rules: [MatchingRuleSet], _ category: MatchingRuleSet.Category, names: [String],
    ignoresCase: Bool
  ) throws(RuleError) {
    self.ignoresCase = ignoresCase
    guard rules.contains(where: { $0.category == category }) else { return }
    let known = Set(names.map { ignoresCase ? $0.lowercased() : $0 })
    for set in rules where set.category == category {
      let name = ignoresCase ? set.selector.lowercased() : set.selector
      if sets[name] == nil { sets[name] = try RuleSet(set) }
      if !known.contains(name), !name.isEmpty { unused.append(set) }
    }
  }

  /// The rules for a field; those without a name are for every field.
  subscript(name: String) -> RuleSet? {
    guard !sets.isEmpty else { return nil }
    return sets[ignoresCase ? name.lowercased() : name] ?? sets[""]
  }
}
