/// `include`: a string, or the JSON text of another value, that has the given text in it.
struct IncludeRule: MatchingRule {
  let name = "include"
  let text: String
  private let bytes: [UInt8]

  init(text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    actual.withText { $0.contains(bytes) }
      ? nil : "Expected \(actual.shown) to include '\(text)'"
  }
}
