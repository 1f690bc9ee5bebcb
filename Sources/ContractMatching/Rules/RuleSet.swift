import ContractModel
import JSONText

/// The rules for one place, ready to compare.
struct RuleSet: Sendable {
  let combination: MatchingRuleSet.Combination
  let rules: [any MatchingRule]
  /// The definition of the first rule, for its position.
  let source: JSONValue?

  /// - Throws: ``RuleError`` when a rule is not known or not valid.
  init(_ set: MatchingRuleSet) throws(RuleError) {
    combination = set.combination
    source = set.rules.first
    var rules: [any MatchingRule] = []
    for definition in set.rules { rules.append(try MatchingRuleTable.rule(definition)) }
    self.rules = rules
  }

  /// The name of the rule that a mismatch carries.
  var name: String? { rules.first?.name }

  /// Compares two values by all rules, or by any, as they are combined.
  ///
  /// - Parameters:
  ///   - isInherited: whether the rules stand at an ancestor; then sizes do not count.
  ///   - isContainer: whether both values are arrays, or both objects; then rules that only concern
  ///     the values in them are not asked.
  /// - Returns: what differs, with the name of the rule; empty when the rules hold.
  func differences(
    of actual: Operand, from expected: Operand, isInherited: Bool = false,
    isContainer: Bool = false
  ) -> [(rule: String, message: String)] {
    var differences: [(rule: String, message: String)] = []
    for rule in rules where !isContainer || rule.concernsContainers {
      let difference = difference(rule, actual, expected, isInherited)
      if let difference {
        differences.append((rule.name, difference))
      } else if combination == .or {
        return []
      }
    }
    return differences
  }

  @inline(__always)
  private func difference(
    _ rule: any MatchingRule, _ actual: Operand, _ expected: Operand, _ isInherited: Bool
  ) -> String? {
    if let message = rule.difference(of: actual, from: expected) { return message }
    guard !isInherited, let count = rule.elementCount, case .json(let value) = actual,
      value.kind == .array
    else { return nil }
    return count.difference(of: value)
  }
}
