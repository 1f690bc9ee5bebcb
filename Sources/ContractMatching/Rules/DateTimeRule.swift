/// `date`, `time` and `datetime`: a text by a pattern in the letters of Java's `DateTimeFormatter`
/// that is a real date or time.
struct DateTimeRule: MatchingRule {
  /// What the text is.
  enum Kind: String, Sendable {
    case date, time
    case dateTime = "datetime"
  }

  let kind: Kind
  let pattern: DateTimePattern
  var name: String { kind.rawValue }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    guard let reason = pattern.difference(of: actual.string) else { return nil }
    let what = kind == .dateTime ? "date-time" : kind.rawValue
    return "Expected \(actual.shown) to match a \(what) pattern of '\(pattern.pattern)': \(reason)"
  }
}
