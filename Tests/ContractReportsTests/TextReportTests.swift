import ContractModel
import ContractReports
import Testing

@Suite struct TextReportTests {
  /// The report on one interaction, without the contract's line and the summary.
  static func lines(_ result: InteractionResult) -> [String] {
    TextReport(.of([result]), color: false).text().split(separator: "\n").dropFirst().dropLast()
      .map { String($0) }
  }

  @Test func `says what differs, where, and how to see it again`() {
    #expect(TextReport(.sample, color: false).text() == Golden.text)
  }

  @Test func `colours signs and places on demand`() {
    let text = TextReport(.sample, color: true).text()
    #expect(text.contains("\u{1B}[1mweb-shop → order-service\u{1B}[0m\n"))
    #expect(text.contains("  \u{1B}[32m✓\u{1B}[0m a request for order 42"))
    #expect(text.contains("  \u{1B}[31m✗\u{1B}[0m a request for order 7"))
    #expect(text.contains("\u{1B}[31m1 failed\u{1B}[0m"))
    let plain = TextReport(.sample, color: false).text()
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func `lets no response steer the terminal or fake a line`() {
    let text = "\u{1B}[2J\n  ✓ fine\r\u{9B}1m\u{7F}\u{202E}\u{2028}\u{0}"
    let shown = "\\u001B[2J\\n  ✓ fine\\r\\u009B1m\\u007F\\u202E\\u2028\\u0000"
    let mismatch = Mismatch(.body, path: "$", expected: "1", actual: text, message: text)
    #expect(
      Self.lines(.sample(text, given: [text], .failed, mismatches: [mismatch], error: text)) == [
        "  ✗ \(shown) (given \(shown))", "      body $: \(shown)", "        expected: 1",
        "        actual:   \(shown)", "      \(shown)",
      ])
  }

  @Test func `keeps the lines of a command`() {
    var result = InteractionResult.sample("x", .failed)
    result.reproduce = "curl -d 'a\n\tb\u{1B}'"
    #expect(Self.lines(result) == ["  ✗ x", "      curl -d 'a", "\tb\\u001B'"])
  }

  @Test func `cuts long values`() {
    let body = String(repeating: "é", count: 300)
    let mismatch = Mismatch(.body, path: "$", expected: body, actual: "", message: "Too short")
    #expect(
      Self.lines(.sample("x", .failed, mismatches: [mismatch])) == [
        "  ✗ x", "      body $: Too short",
        "        expected: " + String(repeating: "é", count: 100) + "… (400 bytes more)",
      ])
  }

  @Test(arguments: [
    ([], Duration.zero, "0 interactions in 0 ms\n"),
    ([InteractionResult.Status.passed], .microseconds(1_500), "1 interaction: 1 passed in 2 ms\n"),
    (
      [.passed, .error, .error], .milliseconds(61_239),
      "3 interactions: 1 passed, 2 errors in 61.23 s\n"
    ),
  ])
  func `sums up`(statuses: [InteractionResult.Status], duration: Duration, text: String) {
    var result = VerificationResult.of(statuses.map { .sample("x", $0) })
    result.duration = duration
    #expect(TextReport(result, color: false).text().hasSuffix(text))
  }
}
