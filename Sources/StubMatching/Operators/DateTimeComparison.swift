import ContractMatching
import StubModel

/// `{"before": "now +3 days"}`, `{"after": "2021-06-14T00:00:00Z"}` and `{"equalToDateTime": …}`.
struct DateTimeComparison: StubOperatorKind {
  static let names = ["before", "after", "equalToDateTime"]
  static let options: Set<String> = [
    "actualFormat", "truncateExpected", "truncateActual", "applyTruncationLast", "expectedOffset",
    "expectedOffsetUnit",
  ]

  private let name: String
  private let expected: ExpectedDateTime
  private let actual: ActualDateTime

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    self.name = name
    expected = try ExpectedDateTime(operand, in: pattern)
    actual = try ActualDateTime(pattern)
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let value, let actual = actual.read(value.text) else { return false }
    let expected = expected.value(at: now)
    let order = actual.compare(expected)
    return switch name {
    case "before": order < 0
    case "after": order > 0
    default: order == 0
    }
  }
}
