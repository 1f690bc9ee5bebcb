import ContractMatching
import StubModel

/// `{"matchesPathTemplate": "/orders/{id}"}`
struct MatchesPathTemplate: StubOperatorKind {
  static let names = ["matchesPathTemplate"]

  private let template: PathTemplate

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    guard let template = PathTemplate(try operand.string()) else {
      throw operand.problem(PathTemplate.problem)
    }
    self.template = template
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    value.map { template.values(in: $0.text) != nil } ?? false
  }
}
