/// `include`: a string, or the JSON text of another value, that has the given text in it.
struct IncludeRule: MatchingRule {
  let name = "include"
  let text: String

  func difference(of actual: Operand, from expected: Operand) -> String? {
    actual.string.hasPart(text) ? nil : "Expected \(actual.shown) to include '\(text)'"
  }
}

extension String {
  /// Whether the bytes of another string stand somewhere in this one.
  fileprivate func hasPart(_ part: String) -> Bool {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard let first = wanted.first else { return true }
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
