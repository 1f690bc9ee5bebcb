import ContractMatching
import StubModel

/// `{"and": [{…}, {…}]}` and `{"or": [{…}, {…}]}`.
struct Combination: StubOperatorKind {
  static let names = ["and", "or"]

  private let operators: [any StubOperator]
  private let isAnd: Bool

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    operators = try reader.list(operand)
    guard !operators.isEmpty else { throw operand.problem("'\(name)' has no operators") }
    isAnd = name == "and"
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    isAnd
      ? operators.allSatisfy { $0.matches(value, at: now) }
      : operators.contains { $0.matches(value, at: now) }
  }

  var concernsAbsence: Bool {
    isAnd ? operators.allSatisfy(\.concernsAbsence) : operators.contains(where: \.concernsAbsence)
  }
}
