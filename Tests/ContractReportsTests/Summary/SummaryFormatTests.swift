import ContractModel
import Foundation
import JSONSchema
import JSONText
import Testing

@testable import ContractReports

@Suite struct SummaryFormatTests {
  static let evil = "<b>\"'|];`& -->\n\u{1B}[31m#1"

  /// A summary in which every text from outside tries to be markup.
  static func evilSummary() throws -> IntegrationSummary {
    let contract = Contract(
      consumer: evil, provider: "p\(evil)",
      interactions: [
        .http(evil, "GET", "/\(evil)", 200, given: [evil]),
        Interaction(description: "m", content: .message(MessageContents())),
      ])
    return IntegrationSummary([contract, .simple("p\(evil)", "c"), .simple("c", evil)], [])
  }

  static func summary() throws -> IntegrationSummary {
    let run = try SummaryRun.sample("1", IntegrationSummaryTests.passed)
    return IntegrationSummary([.webShop, .mobileApp], [run])
  }

  @Test func `the text has each part`() throws {
    #expect(
      SummaryText(try Self.summary()).text() == """
        Integration points
          mobile-app  order-service  1 http             1 passed
          web-shop    order-service  3 http, 1 message  4 passed

        Not covered
          operation without an error case  order-service  POST /orders

        Risks
          no-error-case  order-service  no consumer says what it expects when it fails: 1 of 2 operations

        Rollback points
          order-service  1  every consumer's interactions passed, last verified at 2026-01-01T00:00:00Z

        """)
  }

  @Test func `the graph has requests forth and messages back`() throws {
    #expect(
      SummaryMermaid(try Self.summary()).text() == """
        flowchart LR
          s0["mobile-app"]
          s1["order-service"]
          s2["web-shop"]
          s0 -->|"1 http"| s1
          s2 -->|"3 http"| s1
          s1 -.->|"1 message"| s2

        """)
  }

  @Test func `the JSON is valid under the schema`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try Data(contentsOf: root.appendingPathComponent("schemas/summary.schema.json"))
    let schema = try JSONSchema(try JSONDocument(parsing: Array(text)).root)
    for summary in [
      try Self.summary(), try Self.evilSummary(), IntegrationSummary([], []),
      IntegrationSummary([.webShop], []),
    ] {
      let json = try JSONDocument(parsing: SummaryJSON(summary).bytes()).root
      #expect(schema.validate(json) == [])
    }
  }

  @Test func `no text from outside is markup`() throws {
    let summary = try Self.evilSummary()
    for bytes in [SummarySVG(summary).bytes(), SummaryHTML(summary).bytes()] {
      let text = String(decoding: bytes, as: UTF8.self)
      let root = try #require(XMLElement(parsing: bytes))
      #expect(root.wholeText.contains("<b>"))
      #expect(!text.contains("<b>"))
      #expect(!text.contains("\u{1B}"))
      #expect(!text.contains("url(http"))
    }
    let markdown = SummaryMarkdown(summary).text()
    #expect(!markdown.contains("<b>"))
    for text in [markdown, SummaryMermaid(summary).text(), SummaryText(summary).text()] {
      #expect(!text.contains("\u{1B}"))
    }
    for line in SummaryMermaid(summary).text().split(separator: "\n") {
      // Only the quotes around the texts are left.
      #expect(line.count { $0 == "\"" } % 2 == 0 && line.count { $0 == "\"" } <= 2)
      #expect(!line.contains("<"))
    }
  }

  @Test func `the same contracts in another order give the same picture`() throws {
    let contracts = [
      Contract.webShop, .mobileApp, .simple("order-service", "stock"), .simple("stock", "a"),
    ]
    let one = SummaryHTML(IntegrationSummary(contracts, [])).bytes()
    let other = SummaryHTML(IntegrationSummary(contracts.reversed(), [])).bytes()
    #expect(one == other)
  }

  @Test func `data flows from left to right, and lines have a way of their own`() {
    let contracts = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "a"), ("d", "d")].map(
      Contract.simple)
    let layout = SummaryLayout(SummaryFlow.all(IntegrationSummary(contracts, [])))
    #expect(["a", "b", "c", "d"].map { layout.places[$0]?.column } == [0, 1, 2, 0])
    let way = layout.way(from: "a", to: "c")
    #expect(way.map(\.column) == [1])
    #expect(way.map(\.row) != [layout.places["b"]?.row])
    #expect(layout.way(from: "c", to: "a").map(\.row) == way.map(\.row))
    #expect(Set(layout.places.values.map { [$0.column, $0.row] }).count == layout.places.count)
    #expect(layout.columns == 3)
  }

  @Test func `many services in long circles take no time`() throws {
    let contracts = (0..<300).map { Contract.simple("s\($0)", "s\(($0 + 1) % 300)") }
    let summary = IntegrationSummary(contracts, [])
    #expect(summary.risks.count { $0.rule == .cycle } == 1)
    #expect(XMLElement(parsing: SummarySVG(summary).bytes()) != nil)
  }

  @Test func `nothing is a summary, too`() {
    let summary = IntegrationSummary([], [])
    #expect(SummaryText(summary).text().contains("There is no contract."))
    #expect(XMLElement(parsing: SummaryHTML(summary).bytes()) != nil)
    #expect(XMLElement(parsing: SummarySVG(summary).bytes()) != nil)
  }
}
