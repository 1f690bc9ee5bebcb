import ContractModel
import Testing

@testable import ContractReports

@Suite struct WrappedTextTests {
  @Test(
    arguments: [
      ("one two", nil, ["  one two"]),
      (
        String(repeating: "word ", count: 10), 40,
        [
          "  word word word word word word word", "    word word word ",
        ]
      ),
      (
        String(repeating: "x", count: 60) + " y", 40,
        ["  " + String(repeating: "x", count: 60), "    y"]
      ),
      (String(repeating: "word ", count: 10), 20, ["  " + String(repeating: "word ", count: 10)]),
      ("", 40, ["  "]),
    ] as [(String, Int?, [String])])
  func `breaks at words`(sentence: String, width: Int?, lines: [String]) {
    #expect(WrappedText.lines(of: sentence, indentation: "  ", width: width) == lines)
  }

  @Test func `a report keeps to the width of its terminal, but for what is to be copied`() {
    let text = TextReport(.sample, color: false, width: 50).text()
    let long = text.split(separator: "\n").filter { $0.count > 50 }
    #expect(
      long.allSatisfy {
        $0.contains("curl") || $0.contains("interactions:") || $0.contains("at contracts")
          || $0.contains("(given")
      })
    #expect(text.contains("\n      body $.id: Expected '8' (String) to be an\n        integer\n"))
  }

  @Test func `of many that passed only the number is told`() {
    let results = (0..<21).map { InteractionResult.sample("interaction \($0)") }
    let text = TextReport(.of(results + [.sample("wrong", .failed)]), color: false).text()
    #expect(text.hasPrefix("web-shop → order-service\n  ✗ wrong\n  ✓ 21 passed\n\n"))
    let few = TextReport(.of(Array(results.prefix(20))), color: false).text()
    #expect(few.contains("  ✓ interaction 19\n"))
  }

  @Test func `of many warnings the first are told`() {
    var result = VerificationResult.of([])
    result.warnings = (1...12).map { "warning \($0)" }
    let text = TextReport(result, color: false).text()
    #expect(text.contains("warning: warning 10\nand 2 more warnings\n\n"))
  }

  @Test func `of long values the part is shown that differs`() {
    let start = String(repeating: "a", count: 300)
    let mismatch = Mismatch(
      .header, path: "X", expected: start + "b", actual: start + "c", message: "No")
    let lines = TextReportTests.lines(.sample("x", .failed, mismatches: [mismatch]))
    #expect(lines.contains { $0.hasPrefix("        expected: aaa") && $0.hasSuffix("aab") })
    #expect(lines.contains { $0.hasPrefix("        actual:   aaa") && $0.hasSuffix("aac") })
  }
}
