import ContractMatching
import StubModel

/// `{"equalTo": "a", "caseInsensitive": true}`
struct EqualTo: StubOperatorKind {
  static let names = ["equalTo"]
  static let options: Set<String> = ["caseInsensitive"]

  private let wanted: String
  private let ignoresCase: Bool

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    ignoresCase = try pattern["caseInsensitive"]?.boolean() ?? false
    let text = try operand.string()
    wanted = ignoresCase ? text.lowercased() : text
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let value else { return false }
    if ignoresCase { return value.text.lowercased() == wanted }
    return value.bytes.elementsEqual(wanted.utf8)
  }
}
