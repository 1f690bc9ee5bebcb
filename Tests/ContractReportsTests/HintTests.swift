import ContractModel
import Testing

@testable import ContractReports

@Suite struct HintTests {
  static func body(_ path: String, _ expected: String, _ actual: String) -> Mismatch {
    Mismatch(.body, path: path, expected: expected, actual: actual, message: "No")
  }

  @Test(arguments: [
    ([("$.a[0]", "1", "2"), ("$.a[1]", "2", "1")], ["$.a"]),
    ([("$.a[0].b", "1", "2"), ("$.a[7].b", "2", "1")], ["$.a"]),
    ([("$[0][1]", "1", "2"), ("$[0][2]", "2", "1")], ["$[0]"]),
    ([("$.a[0]", "1", "2"), ("$.a[1]", "2", "3")], []),
    ([("$.a[0]", "1", "2"), ("$.b[1]", "2", "1")], []),
    ([("$.a", "1", "2"), ("$.b", "2", "1")], []),
    ([("$['x]'][0]", "1", "2"), ("$['x]'][1]", "2", "1")], ["$['x]']"]),
    (
      [
        ("$.a[0].b", "1", "2"), ("$.a[1].b", "2", "1"), ("$.a[0].c", "3", "4"),
        ("$.a[1].c", "4", "3"),
      ],
      ["$.a"]
    ),
  ])
  func `tells an array in another order`(
    mismatches: [(String, String, String)], arrays: [String]
  ) {
    let hints = OrderHint.hints(on: mismatches.map { Self.body($0.0, $0.1, $0.2) })
    #expect(hints.map { $0.split(separator: " ")[3] } == arrays.map { $0[...] })
  }

  @Test(arguments: [
    ("7", #""7""#, "as a text"), ("true", #""true""#, "as a text"), (#""7""#, "7", "bare"),
    ("7", #""x""#, ""), ("7", "8", ""), ("true", #""1""#, ""), ("{}", #""{}""#, ""),
    ("null", #""null""#, ""),
    ("not JSON", #""7""#, ""),
  ])
  func `tells a number in quotes`(expected: String, actual: String, word: String) {
    let hints = QuotesHint.hints(on: [Self.body("$.id", expected, actual)])
    #expect(hints.isEmpty == word.isEmpty)
    #expect(hints.allSatisfy { $0.contains("$.id \(word)") }, "\(hints)")
  }

  @Test func `names few places`() {
    let hints = QuotesHint.hints(on: (0..<5).map { Self.body("$[\($0)]", "1", #""1""#) })
    #expect(hints.count == 1)
    #expect(hints.first?.contains("$[0], $[1], $[2] and 2 more as a text") == true)
  }

  @Test func `gives none where all is well or nothing was tried`() {
    let mismatches = [Self.body("$.id", "7", #""7""#)]
    for status in [InteractionResult.Status.passed, .skipped] {
      #expect(Hint.all(on: .sample("x", status, mismatches: mismatches)).isEmpty)
    }
    #expect(Hint.all(on: .sample("x", .pending, mismatches: mismatches)).count == 1)
  }
}
