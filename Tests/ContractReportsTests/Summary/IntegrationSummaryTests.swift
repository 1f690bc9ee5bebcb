import ContractModel
import ContractReports
import Testing

@Suite struct IntegrationSummaryTests {
  static let passed = [
    "web-shop|an order|order 42 exists|passed", "web-shop|no order||passed",
    "web-shop|a new order||passed", "web-shop|order placed||passed", "mobile-app|an order||passed",
  ]

  private func gaps(_ summary: IntegrationSummary) -> [String] {
    summary.gaps.map { "\($0.kind.rawValue) \($0.provider): \($0.subject)" }
  }

  private func rules(_ summary: IntegrationSummary) -> [String] {
    summary.risks.map { "\($0.rule.rawValue) \($0.subject)" }
  }

  private func rollback(_ runs: [SummaryRun]) -> RollbackPoint? {
    IntegrationSummary([.webShop, .mobileApp], runs).rollbackPoints.first
  }

  @Test func `points are counted by kind and result`() throws {
    let run = try SummaryRun.sample([
      "web-shop|an order|order 42 exists|passed", "web-shop|no order||failed",
      "web-shop|a new order||skipped",
    ])
    let points = IntegrationSummary([.webShop, .mobileApp], [run]).points
    #expect(points.map(\.consumer) == ["mobile-app", "web-shop"])
    #expect(points[1].kinds.map(\.kind) == ["http", "message"])
    #expect(points[1].kinds.map(\.count) == [3, 1])
    #expect(points[1].count(.passed) == 1)
    #expect(points[1].count(.failed) == 1)
    #expect(points[1].count(nil) == 2)
  }

  @Test func `the newest result counts, whatever the order of the files`() throws {
    let old = try SummaryRun.sample(at: "2026-01-01T00:00:00Z", ["mobile-app|an order||failed"])
    let new = try SummaryRun.sample(at: "2026-01-02T00:00:00Z", ["mobile-app|an order||passed"])
    let skipped = try SummaryRun.sample(
      at: "2026-01-03T00:00:00Z", ["mobile-app|an order||skipped"])
    for runs in [[old, new, skipped], [skipped, new, old]] {
      #expect(IntegrationSummary([.mobileApp], runs).points[0].count(.passed) == 1)
    }
  }

  @Test func `of two results of the same name the worse one counts`() throws {
    let run = try SummaryRun.sample(["mobile-app|an order||passed", "mobile-app|an order||failed"])
    #expect(IntegrationSummary([.mobileApp], [run]).points[0].count(.failed) == 1)
  }

  @Test func `numbers and UUIDs in paths name one operation`() {
    let contract = Contract(
      consumer: "a", provider: "b",
      interactions: [
        .http("1", "GET", "/o/1/x", 200), .http("2", "GET", "/o/22/x", 404),
        .http("3", "GET", "/o/0a1b2c3d-0000-4000-8000-0123456789ab", 200),
        .http("4", "GET", "/o/v2", 200), .http("5", "PUT", "/o/1/x", 399),
      ])
    let names = IntegrationSummary([contract], []).operationNames(of: "b")
    #expect(names.all == ["GET /o/v2", "GET /o/{id}", "GET /o/{id}/x", "PUT /o/{id}/x"])
    #expect(names.withoutErrors == ["GET /o/v2", "GET /o/{id}", "PUT /o/{id}/x"])
  }

  @Test func `what is not covered is told`() throws {
    #expect(
      gaps(IntegrationSummary([.webShop], [])) == [
        "no-error-case order-service: POST /orders",
        "unverified-state order-service: order 42 exists",
        "unverified-interaction order-service: an order",
        "unverified-interaction order-service: no order",
        "unverified-interaction order-service: a new order",
        "unverified-interaction order-service: order placed",
      ])
    let run = try SummaryRun.sample(Self.passed)
    #expect(
      gaps(IntegrationSummary([.webShop, .mobileApp], [run])) == [
        "no-error-case order-service: POST /orders"
      ])
  }

  @Test func `each rule of risks finds its case`() throws {
    let broken = Interaction(description: "u", content: .unusable(Diagnostic(.error, "no")))
    let unusable = Contract(consumer: "z", provider: "order-service", interactions: [broken])
    let run = try SummaryRun.sample([
      "mobile-app|an order||failed", "web-shop|no order||error", "web-shop|a new order||pending",
      "ghost|x||passed",
    ])
    let summary = IntegrationSummary(
      [.webShop, .mobileApp, unusable, .simple("a", "b"), .simple("b", "c"), .simple("c", "a")],
      [run])
    #expect(
      rules(summary) == [
        "broken mobile-app → order-service", "error web-shop → order-service",
        "unusable z → order-service", "unverified a → b", "unverified b → c", "unverified c → a",
        "unverified web-shop → order-service", "unverified z → order-service",
        "pending web-shop → order-service", "no-contract ghost → order-service", "cycle a, b, c",
        "no-error-case order-service", "many-consumers order-service",
      ])
  }

  @Test func `a service that calls itself is a circle, a diamond is none`() {
    #expect(rules(IntegrationSummary([.simple("a", "a")], [])).contains("cycle a"))
    let diamond = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")].map(Contract.simple)
    #expect(!rules(IntegrationSummary(diamond, [])).contains { $0.hasPrefix("cycle") })
  }

  @Test func `the rollback point is the last version that passed with all`() throws {
    let failed = Self.passed.dropLast() + ["mobile-app|an order||failed"]
    let runs = [
      try SummaryRun.sample("1", at: "2026-01-01T00:00:00Z", Self.passed),
      try SummaryRun.sample("2", at: "2026-01-02T00:00:00Z", Self.passed),
      try SummaryRun.sample("3", at: "2026-01-03T00:00:00Z", Array(failed)),
    ]
    #expect(rollback(runs)?.version == "2")
    #expect(rollback(runs.reversed())?.version == "2")
    #expect(rollback([runs[2]])?.version == nil)
    #expect(rollback([runs[2]])?.reason.hasSuffix("3 did not with mobile-app") == true)
  }

  @Test func `reports of one version add up`() throws {
    let runs = [
      try SummaryRun.sample("1", at: "2026-01-01T00:00:00Z", Array(Self.passed.prefix(4))),
      try SummaryRun.sample("1", at: "2026-01-02T00:00:00Z", Array(Self.passed.suffix(1))),
    ]
    #expect(rollback(runs)?.version == "1")
    #expect(rollback([runs[0]])?.version == nil)
    let later = try SummaryRun.sample(
      "1", at: "2026-01-03T00:00:00Z", ["web-shop|no order||failed"])
    #expect(rollback(runs + [later])?.version == nil)
  }

  @Test func `an unknown rollback point says why`() throws {
    #expect(rollback([])?.reason == "there are no results of its verification")
    let nameless = try SummaryRun.sample(nil, Self.passed)
    #expect(rollback([nameless])?.reason.contains("--provider-version") == true)
    let other = try SummaryRun.sample("1", provider: "other", Self.passed)
    #expect(rollback([other])?.version == nil)
  }

  @Test func `pending interactions do not keep a version from being gone back to`() throws {
    let contract = Contract(
      consumer: "a", provider: "order-service",
      interactions: [.http("x", "GET", "/", 200), .http("y", "GET", "/", 200, isPending: true)])
    let run = try SummaryRun.sample("1", ["a|x||passed", "a|y||pending"])
    #expect(IntegrationSummary([contract], [run]).rollbackPoints[0].version == "1")
    let none = Contract(consumer: "a", provider: "order-service")
    #expect(IntegrationSummary([none], [run]).rollbackPoints[0].version == nil)
  }
}
