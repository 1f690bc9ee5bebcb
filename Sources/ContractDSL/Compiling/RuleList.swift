import ContractModel
import JSONText

/// The rules for one place, and how they are combined.
struct RuleList: Sendable, Hashable {
  var rules: [JSONValue]
  var combination: MatchingRuleSet.Combination

  init(_ rules: [JSONValue] = [], _ combination: MatchingRuleSet.Combination = .and) {
    self.rules = rules
    self.combination = combination
  }

  var isEmpty: Bool { rules.isEmpty }

  /// These rules and others, combined in one way.
  ///
  /// - Returns: `nil` when some of them are combined in the other way already.
  func joined(_ other: RuleList, _ combination: MatchingRuleSet.Combination) -> RuleList? {
    for list in [self, other] where list.rules.count > 1 && list.combination != combination {
      return nil
    }
    return RuleList(rules + other.rules, combination)
  }
}
