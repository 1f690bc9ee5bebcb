import Testing

@testable import ContractReports

@Suite struct TextDiffTests {
  @Test func `compares texts of several lines`() {
    #expect(
      DiffText.lines("a\nb\nc\nd\ne\nf\ng\nh\ni", "a\nb\nc\nX\ne\nf\ng\nh\ni\n") == [
        "  …", "  b", "  c", "- d", "+ X", "  e", "  f", "  …", "  h", "  i", "+ ",
      ])
    #expect(DiffText.lines("one\r\ntwo", "one\ntwo") == ["- one\\r", "+ one", "  two"])
    #expect(DiffText.lines("e\u{301}\n", "\u{E9}\n") == ["- e\u{301}", "+ \u{E9}", "  "])
  }

  @Test func `points at the first difference of two long lines`() {
    let start = "The quick brown fox jumps over the lazy "
    #expect(
      DiffText.lines(start + "dog and runs away from it", start + "cat and runs") == [
        "- \(start)dog and runs away from it", "+ \(start)cat and runs",
        "  " + String(repeating: " ", count: start.count) + "^",
      ])
    #expect(DiffText.lines(start + "dog", start + "cat") == [])
  }

  @Test func `points behind the end of the shorter line`() {
    let line = String(repeating: "é", count: 70)
    #expect(
      DiffText.lines(line, line + "!")
        == ["- \(line)", "+ \(line)!", "  " + String(repeating: " ", count: 70) + "^"])
  }

  @Test func `shows very long lines near their difference`() {
    let words = (0..<900).map { "word\($0)" }.joined(separator: " ")
    let other = words.split(separator: "word500").joined(separator: "verb500")
    let lines = DiffText.lines(words, other)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count <= 123 })
    #expect(lines.first?.hasPrefix("- word0 word1 word2 word3 …") == true)
    let column = lines.last?.count { $0 == " " } ?? 0
    #expect(lines.map { $0.dropFirst(column).prefix(7) } == ["word500", "verb500", "^"])
  }

  @Test func `shows long lines of several near their difference`() {
    let long = String(repeating: "a", count: 1_000)
    let lines = DiffText.lines("x\n\(long)b\ny", "x\n\(long)c\ny")
    #expect(lines.count == 4)
    #expect(lines.dropFirst().first?.hasSuffix("aaab") == true)
    #expect(lines.dropFirst(2).first?.hasSuffix("aaac") == true)
    #expect(
      DiffText.lines("\(long)\nb", "\(long)\nc").first
        == "  " + String(repeating: "a", count: 200) + "… (800 bytes more)")
  }

  @Test func `escapes control characters`() {
    let long = String(repeating: "a", count: 61)
    #expect(
      DiffText.lines("a\u{1B}[1m\nb", "a\u{202E}\u{9B}\nb")
        == ["- a\\u001B[1m", "+ a\\u202E\\u009B", "  b"])
    #expect(
      DiffText.lines("\u{7}" + long + "\t", "\u{7}" + long + "\u{1B}") == [
        "- \\u0007\(long)\\t", "+ \\u0007\(long)\\u001B",
        "  " + String(repeating: " ", count: 6 + 61 + 1) + "^",
      ])
    #expect(
      DiffText.lines("[1]", "[\"\u{1B}\n\"]").allSatisfy { !$0.unicodeScalars.contains("\u{1B}") })
  }

  @Test(arguments: [
    (String(repeating: "0f", count: 32), String(repeating: "1e", count: 32)),
    (String(repeating: "0f", count: 32), "Bad\nGateway"),
    (String(repeating: "0f", count: 31), String(repeating: "1e", count: 32)),
    ("PK\u{3}\u{0}\na", "PK\u{3}\u{0}\nb"),
  ])
  func `leaves binary content to the message`(expected: String, actual: String) {
    #expect(DiffText.lines(expected, actual) == [])
  }

  @Test func `survives whatever comes`() {
    let pieces = [
      "{", "}", "[", "]", "\"", ",", ":", "\\", "\\u", "d83d", "<", ">", "/", "!", "--", "?", "=",
      "'", " ", "\n", "\r\n", "1", "e", "true", "a", "é", "\u{1B}", "<a>", "</a>", "<![CDATA[", "…",
    ]
    var numbers = SeededNumbers(seed: 3)
    func text(_ start: String) -> String {
      let body = (0..<numbers.next(below: 30)).map { _ in pieces[numbers.next(below: 31)] }
      return start + body.joined() + (numbers.next(below: 2) == 0 ? "" : "… (9 bytes more)")
    }
    for _ in 0..<1_000 {
      let start = ["{", "<", ""][numbers.next(below: 3)]
      let (expected, actual) = (text(start), text(start))
      let lines = DiffText.lines(expected, actual)
      #expect(lines.allSatisfy { $0 == $0.visible }, "\(expected) \(actual)")
      #expect(DiffText.lines(expected, expected) == [], "\(expected)")
    }
  }

  @Test func `is bounded`() {
    let expected = (0..<10_000).map { "line \($0)" }.joined(separator: "\n")
    let actual = (0..<10_000).map { "other \($0)" }.joined(separator: "\n")
    let lines = PartDiff.lines(expected: expected, actual: actual)
    #expect(lines.count == 801)
    #expect(lines.last == .more(9_600))
    #expect(lines.capped(40).count == 41)
    #expect(lines.capped(40).last == .more(760 + 9_600))
  }
}
