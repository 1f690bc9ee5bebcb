@testable import ContractMatching
import Testing

@Suite struct BytePatternTests {
  private func contains(_ text: String, _ part: String) -> Bool {
    let pattern = BytePattern(Array(part.utf8))
    return Array(text.utf8).withUnsafeBufferPointer(pattern.isContained)
  }

  /// All texts of a length over two letters.
  private static func texts(_ length: Int) -> [String] {
    length == 0 ? [""] : texts(length - 1).flatMap { [$0 + "a", $0 + "b"] }
  }

  @Test func `a part is found wherever it stands`() {
    for text in (0...6).flatMap(Self.texts) {
      for part in (0...4).flatMap(Self.texts) {
        let bytes = (Array(text.utf8), Array(part.utf8))
        let expected =
          bytes.1.count <= bytes.0.count
          && (0...bytes.0.count - bytes.1.count).contains {
            bytes.0[$0..<$0 + bytes.1.count].elementsEqual(bytes.1)
          }
        #expect(contains(text, part) == expected, "'\(part)' in '\(text)'")
      }
    }
  }
}
