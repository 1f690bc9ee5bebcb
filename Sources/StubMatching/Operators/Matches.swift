import ContractMatching
import StubModel

/// `{"matches": "[a-z]+"}` and `{"doesNotMatch": "[a-z]+"}`, which holds for a missing value too.
///
/// The whole value has to match, and `.` stands for line ends too.
struct Matches: StubOperatorKind {
  static let names = ["matches", "doesNotMatch"]

  private let expression: RegularExpression
  private let isNegated: Bool

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    expression = try StubExpression.compile(operand)
    isNegated = name == "doesNotMatch"
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let value else { return isNegated }
    switch expression.match(value.text) {
    case .matches: return !isNegated
    case .differs: return isNegated
    case .gaveUp: return false
    }
  }
}
