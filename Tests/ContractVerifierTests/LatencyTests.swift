import ContractModel
import Testing

@testable import ContractVerifier

@Suite struct LatencyTests {
  static func milliseconds(_ numbers: some Sequence<Int>) -> [Duration] {
    numbers.map { .milliseconds($0) }
  }

  @Test func `percentiles are the nearest rank, whatever the order`() throws {
    let summary = try #require(LatencySummary(Self.milliseconds((1...100).shuffled())))
    #expect(summary.samples == 100)
    let expected: [(LatencySummary.Measure, Duration)] = [
      (.p50, .milliseconds(50)), (.p90, .milliseconds(90)), (.p95, .milliseconds(95)),
      (.p99, .milliseconds(99)), (.max, .milliseconds(100)), (.mean, .microseconds(50_500)),
    ]
    for (measure, duration) in expected { #expect(summary[measure] == duration) }
  }

  @Test func `few measurements give one of them`() throws {
    let three = try #require(LatencySummary(Self.milliseconds([30, 10, 20])))
    #expect(three[.p50] == .milliseconds(20))
    #expect(three[.p90] == .milliseconds(30))
    #expect(three[.mean] == .milliseconds(20))
    let one = try #require(LatencySummary([.milliseconds(7)]))
    for measure in LatencySummary.Measure.allCases { #expect(one[measure] == .milliseconds(7)) }
    #expect(LatencySummary([]) == nil)
  }

  @Test func `a budget is broken only by more`() throws {
    let summary = try #require(LatencySummary(Self.milliseconds([100, 200, 300])))
    #expect(LatencyBudget(.max, atMost: .milliseconds(300)).breach(by: summary) == nil)
    let breach = LatencyBudget(.p50, atMost: .microseconds(199_500)).breach(by: summary)
    #expect(
      breach
        == Mismatch(
          .latency, path: "p50", expected: "at most 199.5 ms", actual: "200 ms",
          message: "Expected the p50 time of 3 answers to be at most 199.5 ms but it was 200 ms"))
  }

  @Test(arguments: [
    (Duration.zero, "0 ms"), (.microseconds(1_234), "1.234 ms"), (.milliseconds(200), "200 ms"),
    (.milliseconds(9_999), "9999 ms"), (.milliseconds(12_500), "12.5 s"),
  ])
  func `times are told shortly`(duration: Duration, text: String) {
    #expect(duration.shortText == text)
  }
}
