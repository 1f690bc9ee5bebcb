import ContractModel
import ContractReports
import Testing

/// What the text report shows of bodies that differ.
@Suite struct TextReportDiffTests {
  static let bodies: [(message: String, expected: String, actual: String)] = [
    (
      "Expected a List with 2 elements but received 3 elements",
      #"[{"sku":"A-1","quantity":2},{"sku":"B-2","quantity":1}]"#,
      #"[{"quantity":2,"sku":"A-1"},{"quantity":4,"sku":"C-3"},{"quantity":1,"sku":"B-2"}]"#
    ),
    (
      "Actual map is missing the following keys: name", #"{"id":7,"name":"Ada","tags":[]}"#,
      #"{"tags":[],"id":7}"#
    ),
    ("Expected 'a' (String) to be an integer", "7", #""a""#),
    (
      "Expected the body to be equal", "<order><id>7</id><paid/></order>",
      "<order>\n  <id>8</id>\n  <paid/>\n</order>"
    ),
    (
      "Expected the body to be equal",
      "Order 7 was paid on the first of May, with many thanks to you",
      "Order 7 was paid on the last of April, with many thanks to \u{1B}[1myou"
    ),
    ("Expected a body but it was missing", #"{"id":7}"#, ""),
  ]

  static var report: VerificationResult {
    let mismatches = bodies.map { body in
      Mismatch(
        .body, path: "$", expected: body.expected, actual: body.actual, message: body.message,
        location: .line(31))
    }
    return .of([.sample("a request for order 7", .failed, mismatches: mismatches)])
  }

  @Test func `shows the part of a body that differs`() {
    #expect(TextReport(Self.report, color: false).text() == Golden.diffs)
  }

  @Test func `colours what is missing red and what came green`() {
    let text = TextReport(Self.report, color: true).text()
    #expect(text.contains("        \u{1B}[31m-   \"name\": \"Ada\",\u{1B}[0m\n"))
    #expect(text.contains("        \u{1B}[32m+     \"quantity\": 4\u{1B}[0m\n"))
    #expect(text.contains("\n              \"sku\": \"B-2\",\n"))
    #expect(!text.contains("\u{1B}[1myou"))
  }

  @Test(arguments: [Mismatch.Kind.header, .metadata, .query, .path, .status, .bodyContentType])
  func `shows a diff of bodies only`(kind: Mismatch.Kind) {
    let mismatch = Mismatch(kind, expected: "[1]", actual: "[2]", message: "No")
    #expect(
      TextReportTests.lines(.sample("x", .failed, mismatches: [mismatch])) == [
        "  ✗ x", "      \(kind.rawValue): No", "        expected: [1]", "        actual:   [2]",
      ])
  }

  @Test(arguments: [(20, false), (21, true), (10_000, true)])
  func `shows no more than 40 lines, and then the values`(count: Int, isCut: Bool) {
    let expected = (0..<count).map { "\($0)" }.joined(separator: "\n")
    let actual = (0..<count).map { "-\($0)" }.joined(separator: "\n")
    let mismatch = Mismatch(.body, path: "$", expected: expected, actual: actual, message: "No")
    let lines = TextReportTests.lines(.sample("x", .failed, mismatches: [mismatch]))
    #expect(lines.count { $0.hasPrefix("        - ") || $0.hasPrefix("        + ") } == 40)
    #expect(lines.contains { $0.hasPrefix("        actual:   -0\\n-1") } == isCut)
    #expect(lines.last?.hasSuffix(" more lines") == isCut)
    #expect(lines.count == (isCut ? 45 : 42))
  }
}
