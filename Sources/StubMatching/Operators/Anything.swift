import ContractMatching
import StubModel

/// `{"anything": "anything"}`: every value, and none.
struct Anything: StubOperatorKind {
  static let names = ["anything"]

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {}

  func matches(_ value: StubValue?, at now: Moment) -> Bool { true }

  var concernsAbsence: Bool { true }
}
