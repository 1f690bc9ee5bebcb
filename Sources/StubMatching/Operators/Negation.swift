import ContractMatching
import StubModel

/// `{"not": {…}}`
struct Negation: StubOperatorKind {
  static let names = ["not"]

  private let negated: any StubOperator

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    negated = try reader.read(operand)
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool { !negated.matches(value, at: now) }
}
