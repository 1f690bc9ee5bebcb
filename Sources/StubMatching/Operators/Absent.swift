import ContractMatching
import StubModel

/// `{"absent": true}`; `{"absent": false}` means that there is a value.
struct Absent: StubOperatorKind {
  static let names = ["absent"]

  private let isAbsent: Bool

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    if reader.dialect == .compatible {
      isAbsent = true
    } else {
      isAbsent = try operand.boolean()
    }
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool { (value == nil) == isAbsent }

  var concernsAbsence: Bool { isAbsent }
}
