import ContractModel

/// The rules for one attribute, text or group of elements.
struct XMLRule: Sendable {
  /// The rules.
  let ruleSet: RuleSet
  /// Whether they stand at an ancestor.
  let isInherited: Bool

  /// Compares two texts.
  func differences(of actual: String, from expected: String) -> [(rule: String, message: String)] {
    ruleSet.differences(
      of: .text(actual), from: .text(expected), RuleSet.Position(isInherited: isInherited))
  }

  /// Whether the rules ask for anything of the same kind, as `type`, `min` and `max` do.
  var isTypeLike: Bool { ruleSet.rules.contains { $0 is TypeRule } }

  /// Whether the rules only speak of single values, and of nothing that holds others.
  var isForValues: Bool { ruleSet.rules.allSatisfy { !$0.concernsContainers } }

  /// Whether the rules say that there may be none.
  var allowsNone: Bool {
    !isInherited && ruleSet.rules.contains { $0.elementCount?.least == 0 }
  }

  /// Compares a number of elements with the bounds that the rules have.
  ///
  /// - Parameters:
  ///   - count: how many came.
  ///   - what: what is counted, as messages show it.
  /// - Returns: what differs, with the name of the rule; empty when the bounds hold, or the rules stand
  ///   at an ancestor.
  func differences(
    ofCount count: Int, _ what: String
  ) -> [(rule: String, message: String)] {
    guard !isInherited else { return [] }
    var differences: [(rule: String, message: String)] = []
    for rule in ruleSet.rules {
      if let message = rule.elementCount?.difference(of: count, what) {
        differences.append((rule.name, message))
      } else if ruleSet.combination == .or {
        return []
      }
    }
    return differences
  }
}

extension ElementCount {
  fileprivate func difference(of count: Int, _ what: String) -> String? {
    if let least, count < least {
      return "Expected at least \(least) \(what) but received \(count)"
    }
    if let greatest, count > greatest {
      return "Expected at most \(greatest) \(what) but received \(count)"
    }
    return nil
  }
}
