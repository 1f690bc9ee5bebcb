import ContractModel

/// Which of several rules for one place wins.
///
/// The weight of a path is 2 for the root and for each name or index, 1 for each wildcard, multiplied,
/// times the number of steps (a longer path is more exact). The greatest weight wins; of equal ones the
/// one that is exact further to the left, then the first in the file.
struct RuleRank: Sendable {
  private let weight: Double
  private let isExact: [Bool]
  private let order: Int

  /// - Parameter order: the place of the rule in the file.
  init(_ tokens: [PathExpression.Token], order: Int) {
    isExact = tokens.map(\.isExact)
    let exact = isExact.count { $0 } + 1
    weight = Double(
      sign: .plus, exponent: min(exact, 1_000), significand: Double(tokens.count + 1))
    self.order = order
  }

  /// Whether this rule wins against another one.
  func wins(against other: RuleRank) -> Bool {
    if weight != other.weight { return weight > other.weight }
    for (mine, theirs) in zip(isExact, other.isExact) where mine != theirs { return mine }
    return order < other.order
  }
}

extension PathExpression.Token {
  /// Whether the step leads to one place only.
  fileprivate var isExact: Bool {
    switch self {
    case .key, .index: true
    case .anyMember, .anyElement: false
    }
  }
}
