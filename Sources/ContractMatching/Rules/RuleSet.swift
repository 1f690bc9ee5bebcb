import ContractModel
import JSONText

/// The rules for one place, ready to compare.
package final class RuleSet: Sendable {
  let combination: MatchingRuleSet.Combination
  let rules: [any MatchingRule]
  /// The definition of the first rule, for its position.
  let source: JSONValue?
  /// Whether any of the rules also holds for what lies below.
  let isInheritable: Bool
  /// Whether any of the rules says something of the content of containers.
  let isStructural: Bool

  init(
    _ combination: MatchingRuleSet.Combination, _ rules: [any MatchingRule], source: JSONValue?
  ) {
    self.combination = combination
    self.rules = rules
    self.source = source
    isInheritable = rules.contains(where: \.isInheritable)
    isStructural = rules.contains { $0.structure != nil }
  }

  /// - Throws: ``RuleError`` when a rule is not known, not valid, or has no place in that category.
  convenience init(_ set: MatchingRuleSet) throws(RuleError) {
    var rules: [any MatchingRule] = []
    for definition in set.rules {
      let rule = try MatchingRuleTable.rule(definition)
      try MatchingRuleTable.check(rule, in: set.category, definition)
      rules.append(rule)
    }
    self.init(set.combination, rules, source: set.rules.first)
  }

  /// What of these rules holds for what lies below their place.
  var inherited: RuleSet {
    guard isStructural || rules.contains(where: { $0.elementCount != nil }) else { return self }
    return RuleSet(
      combination, rules.filter(\.isInheritable).map(InheritedRule.init), source: source)
  }

  /// The name of the rule that a mismatch carries.
  var name: String? { rules.first?.name }

  /// How a value relates to the rules.
  struct Position {
    /// Whether the rules stand at an ancestor; then sizes and structures do not count.
    var isInherited = false
    /// Whether both values are arrays, or both objects; then rules that only concern the values in them
    /// are not asked.
    var isContainer = false
    /// Whether an array or object is expected and something else came; then rules that only concern
    /// values do not hold.
    var isClash = false
  }

  /// Compares two values by all rules, or by any, as they are combined.
  ///
  /// - Returns: what differs, with the name of the rule; empty when the rules hold.
  func differences(
    of actual: Operand, from expected: Operand, _ position: Position = Position()
  ) -> [(rule: String, message: String)] {
    var differences: [(rule: String, message: String)] = []
    for rule in rules {
      if position.isInherited, !rule.isInheritable { continue }
      if position.isContainer, !rule.concernsContainers {
        if combination == .or { return [] }
        continue
      }
      if let message = difference(rule, actual, expected, position) {
        differences.append((rule.name, message))
      } else if combination == .or {
        return []
      }
    }
    return differences
  }

  private func difference(
    _ rule: any MatchingRule, _ actual: Operand, _ expected: Operand, _ position: Position
  ) -> String? {
    if position.isClash, !rule.concernsContainers || rule.structure != nil || rule is TypeRule {
      return "Type mismatch: Expected \(actual.described) to be the same type as"
        + " \(expected.described)"
    }
    if let message = rule.difference(of: actual, from: expected) { return message }
    guard !position.isInherited, let count = rule.elementCount, case .json(let value) = actual,
      value.kind == .array
    else { return nil }
    return count.difference(of: value)
  }

  /// The kinds of actual value for which the rules hold whatever the value is.
  ///
  /// - Parameters:
  ///   - example: the kind of the contract's value.
  ///   - isInherited: whether the rules stand at an ancestor.
  func accepts(like example: ValueKinds, isInherited: Bool) -> ValueKinds {
    var all = ValueKinds(rawValue: .max)
    var any: ValueKinds = []
    for rule in rules where !isInherited || rule.isInheritable {
      let kinds = accepts(rule, like: example, isInherited)
      all.formIntersection(kinds)
      any.formUnion(kinds)
    }
    return combination == .or ? any : all
  }

  private func accepts(
    _ rule: any MatchingRule, like example: ValueKinds, _ isInherited: Bool
  ) -> ValueKinds {
    // A rule for values is not asked for a container itself.
    if !rule.concernsContainers, !example.isDisjoint(with: .container) { return example }
    if rule.structure != nil { return [] }
    var kinds = rule.accepts(like: example)
    if rule.elementCount != nil, !isInherited { kinds.remove(.array) }
    return kinds
  }
}
