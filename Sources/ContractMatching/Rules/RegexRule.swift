/// `regex`: a string, or the JSON text of another value, that matches the expression as a whole.
///
/// The expressions are PCRE2's. `abc` does not match `b`; write `.*b.*` for a part.
struct RegexRule: MatchingRule {
  let name = "regex"
  let expression: RegularExpression

  func difference(of actual: Operand, from expected: Operand) -> String? {
    switch actual.withText(expression.match) {
    case .matches: nil
    case .differs: "Expected \(actual.shown) to match '\(expression.pattern)'"
    case .gaveUp:
      "The rule regex '\(expression.pattern)' gave up on a value of \(actual.string.utf8.count)"
        + " bytes: the expression takes too many steps; write it without nested repetitions"
    }
  }
}
