/// `regex`: a string, or the JSON text of another value, that matches the expression as a whole.
struct RegexRule: MatchingRule {
  let name = "regex"
  let expression: RegularExpression

  func difference(of actual: Operand, from expected: Operand) -> String? {
    switch expression.match(actual.string) {
    case .matches: nil
    case .differs: "Expected \(actual.shown) to match '\(expression.pattern)'"
    case .gaveUp:
      "The rule regex '\(expression.pattern)' gave up on a value of \(actual.string.utf8.count)"
        + " bytes: the expression takes too many steps; write it without nested repetitions"
    }
  }
}
