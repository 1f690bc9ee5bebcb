/// `include`: a string, or the JSON text of another value, with a text in it.
struct IncludeRule: MatchingRule {
  let name = "include"
  let text: String
  private let pattern: BytePattern

  init(text: String) {
    self.text = text
    pattern = BytePattern(Array(text.utf8))
  }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    actual.withText(pattern.isContained)
      ? nil : "Expected \(actual.shown) to include '\(text)'"
  }
}
