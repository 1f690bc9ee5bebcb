import ContractModel
import Testing

@testable import ContractReports

@Suite struct MarkdownReportTests {
  static func text(_ result: VerificationResult) -> String {
    String(decoding: MarkdownReport(result).bytes(), as: UTF8.self)
  }

  @Test func `has a line, a table of what did not pass, and the details`() {
    #expect(Self.text(.sample) == Golden.markdown)
  }

  @Test func `is a line where all passed`() {
    #expect(
      Self.text(.of([.sample("x")])) == """
        ### ✓ Contracts of <code>order-service</code>

        1 interaction: 1 passed in 0 ms, seed 0

        """)
  }

  @Test(arguments: [
    ("a|b", "<code>a&#124;b</code>"), ("`x`", "<code>&#96;x&#96;</code>"),
    ("</details><b>", "<code>&#60;/details&#62;&#60;b&#62;</code>"),
    ("[a](b) *c* _d_ ~e~", "<code>&#91;a&#93;(b) &#42;c&#42; &#95;d&#95; &#126;e&#126;</code>"),
    ("&lt; \\|", "<code>&#38;lt; &#92;&#124;</code>"),
    ("@all #1 !2 $3$", "<code>&#64;all &#35;1 &#33;2 &#36;3&#36;</code>"),
    ("http://a.b www.c.d", "<code>http&#58;//a.b www&#46;c.d</code>"),
    ("one\n\n# two\u{1B}", "<code>one&#92;n&#92;n&#35; two&#92;u001B</code>"),
    ("123456789012345678901", "<code>12345678901234567890… (1 bytes more)</code>"),
  ])
  func `inline text is no markup`(text: String, code: String) {
    #expect(text.markdownCode(upTo: 20 + (text.utf8.count == 21 ? 0 : 30)) == code)
  }

  @Test(arguments: [
    ("a", "```diff\na\n```\n"), ("a ``` b", "````diff\na ``` b\n````\n"),
    ("`````\n``", "``````diff\n`````\n``\n``````\n"),
  ])
  func `a fence is longer than any backticks within`(text: String, block: String) {
    #expect(text.markdownBlock("diff") == block)
  }

  @Test func `no text from outside ends a line, a cell or a section`() {
    let hostile = "x | y\n</details>\n```\n# <img src=x> \u{0}"
    var result = HTMLReportTests.hostileResult
    result.results[0].description = hostile
    result.results[0].mismatches[0].expected = hostile
    let lines = Self.text(result).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0 == "<details>" } == 1)
    #expect(lines.count { $0 == "</details>" } == 1)
    #expect(lines.count { $0.hasPrefix("#") } == 1)
    #expect(lines.count { $0.hasPrefix("```") }.isMultiple(of: 2))
    let rows = lines.filter { $0.hasPrefix("|") }
    #expect(rows.map { $0.count { $0 == "|" } } == [5, 5, 5])
    #expect(rows.allSatisfy { !$0.contains("<img") })
  }

  /// A result in which everything is long.
  static let long: InteractionResult = {
    let text = String(repeating: "|", count: 5_000)
    let mismatch = Mismatch(.body, path: text, expected: text, actual: text, message: text)
    var long = InteractionResult.sample(
      text, given: [text], .failed, consumer: text, provider: text,
      mismatches: .init(repeating: mismatch, count: 1_000), error: text)
    long.comments = .init(repeating: text, count: 100)
    long.testName = text
    long.reproduce = String(repeating: "`", count: 50_000)
    return long
  }()

  @Test(arguments: [(1, 0), (100, 0), (0, 1), (0, 10_000), (3, 1), (3, 10_000)])
  func `has no more than 60,000 characters and says what it leaves out`(
    longOnes: Int, shortOnes: Int
  ) {
    let results =
      Array(repeating: Self.long, count: longOnes)
      + Array(repeating: .sample("short", .failed), count: shortOnes)
    var result = VerificationResult.of(results)
    result.warnings = .init(repeating: String(repeating: "\u{1B}", count: 1_000), count: 100)
    let bytes = MarkdownReport(result).bytes()
    #expect(bytes.count <= 60_000)
    let text = String(decoding: bytes, as: UTF8.self)
    let sections = text.split(separator: "\n").count { $0 == "<details>" }
    #expect(sections >= 1)
    let rest = results.count - sections
    #expect(text.contains("The details of \(rest) more interaction") == (rest > 0))
    #expect(text.split(separator: "\n").count { $0 == "</details>" } == sections)
  }
}
