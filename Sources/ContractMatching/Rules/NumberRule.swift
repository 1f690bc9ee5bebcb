import JSONText

/// `number`, `integer` and `decimal`: a JSON number of that kind; in texts, one that is spelt so.
struct NumberRule: MatchingRule {
  /// The kinds of number.
  enum Kind: String, Sendable {
    case number, integer, decimal
  }

  let kind: Kind
  var name: String { kind.rawValue }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    let holds =
      switch actual {
      case .json(let value): isNumber(value)
      case .text(let text): (try? JSONValue(parsing: text)).map(isNumber) ?? false
      }
    if holds { return nil }
    let what =
      switch kind {
      case .number: "a number"
      case .integer: "an integer"
      case .decimal: "a decimal number"
      }
    return "Expected \(actual.described) to be \(what)"
  }

  private func isNumber(_ value: JSONValue) -> Bool {
    switch kind {
    case .number: value.kind == .number
    case .integer: value.isInteger
    case .decimal: value.isDecimal
    }
  }
}
