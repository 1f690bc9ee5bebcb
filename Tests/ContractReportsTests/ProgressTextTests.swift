import ContractReports
import Testing

@Suite struct ProgressTextTests {
  @Test(arguments: [
    (0, 0, 80, String(repeating: "░", count: 40) + " 0 of 1000"),
    (
      500, 0, 80,
      String(repeating: "█", count: 20) + String(repeating: "░", count: 20) + " 500 of 1000"
    ),
    (1_000, 3, 80, String(repeating: "█", count: 40) + " 1000 of 1000, 3 not honoured"),
    (500, 0, 30, "████████░░░░░░░░░ 500 of 1000"), (500, 0, 20, "500 of 1000"), (500, 0, 5, ""),
    (2_000, 0, 30, String(repeating: "█", count: 16) + " 2000 of 1000"),
  ])
  func `the bar stays on its line`(done: Int, bad: Int, width: Int, text: String) {
    let bar = ProgressText(total: 1_000).bar(done: done, bad: bad, width: width)
    #expect(bar == text)
    #expect(bar.count < width)
  }

  @Test func `nothing to do is no bar`() {
    #expect(ProgressText(total: 0).bar(done: 0, bad: 0, width: 80) == "0 of 0")
  }

  @Test func `a log has a line`() {
    #expect(ProgressText(total: 9).line(done: 4, bad: 0) == "verified 4 of 9")
    #expect(ProgressText(total: 9).line(done: 4, bad: 1) == "verified 4 of 9, 1 not honoured")
  }
}
