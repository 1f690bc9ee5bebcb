import ContractModel
import Testing

@testable import ContractReports

@Suite struct HTMLReportTests {
  static let hostile =
    "</script><script>alert(1)</script><!-- ]]> \"'`<img src=x onerror=alert(1)> & \u{0}\u{1B}\u{FFFE}"
  static let shown = hostile.visible.replacing("\u{FFFE}", with: "\u{FFFD}")

  /// A result in which every text is hostile.
  static var hostileResult: VerificationResult {
    let mismatches = Mismatch.Kind.allCases.map { kind in
      Mismatch(
        kind, path: hostile, expected: "\(hostile)\n\(hostile)", actual: hostile, message: hostile,
        rule: hostile, location: FileLocation(file: hostile, line: 1))
    }
    var result = InteractionResult.sample(
      hostile, given: [hostile], .failed, consumer: hostile, provider: hostile,
      mismatches: mismatches, error: hostile)
    result.comments = [hostile]
    result.testName = hostile
    result.key = hostile
    result.kind = hostile
    result.location = FileLocation(file: hostile, line: 1)
    result.reproduce = hostile
    result.exchange = RecordedExchange(
      request: RecordedMessage(start: hostile, headers: [Field(hostile, [hostile])]),
      response: RecordedMessage(
        start: hostile, headers: [Field(hostile, [hostile])], body: Array(hostile.utf8)))
    var all = VerificationResult.of([result])
    all.provider = .init(name: hostile, version: hostile, branch: hostile)
    all.warnings = [hostile]
    return all
  }

  /// The page; that it is well-formed XML shows that no text from outside became markup.
  static func page(_ result: VerificationResult) throws -> XMLElement {
    try #require(XMLElement(parsing: HTMLReport(result).bytes()))
  }

  static func rows(_ result: VerificationResult) throws -> [XMLElement] {
    try page(result).descendants("details")
  }

  @Test func `has a row for each interaction, which tells how it ended`() throws {
    let rows = try Self.rows(.sample)
    #expect(
      rows.map { $0.attributes["data-status"] } == [
        "passed", "failed", "error", "pending", "skipped", "passed",
      ])
    #expect(rows.map { $0.attributes["open"] != nil } == [false, true, true, true, true, false])
  }

  @Test func `says all that is known of an interaction`() throws {
    let page = try Self.page(.sample)
    let row = try #require(page.descendants("details").dropFirst().first)
    let text = row.wholeText
    for part in [
      "✗ failed", "a request for order 7", "3.1 ms", "order 7 exists", "it is paid", "order7",
      "contracts/web-shop-order-service.json:12", "OrderClientContract.shows()",
      "Sums are in cents.", "status: Expected status '200' but was '500'",
      "at contracts/web-shop-order-service.json:31", "first byte after 0.8 ms, total 0.9 ms",
      "curl -sS -X GET 'http://127.0.0.1:8080/orders/7'",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let header = try #require(page.descendants("header").first).wholeText
    for part in [
      "Contracts of order-service", "1 failed, 1 error, 1 pending, 1 skipped in 12 ms",
      "2026-01-31T12:00:00Z", "seed 42", "version 2.0.0", "branch main", "warning: no --state-url",
    ] {
      #expect(header.contains(part), "\(part)")
    }
  }

  @Test func `shows expected and actual side by side and marks what differs`() throws {
    let mismatch = Mismatch(
      .body, path: "$", expected: #"{"id":7,"name":"Ada","at":"x"}"#,
      actual: #"{"id":7,"name":"Eda"}"#, message: "No")
    let row = try #require(
      try Self.rows(.of([.sample("x", .failed, mismatches: [mismatch])])).first)
    let cells = row.descendants("tr").map { row in row.all("td").map(\.wholeText) }
    #expect(
      cells == [
        [], ["{", "{"], [#"  "id": 7,"#, #"  "id": 7,"#],
        [#"  "name": "Ada","#, #"  "name": "Eda""#], [#"  "at": "x""#, ""], ["}", "}"],
      ])
    #expect(row.descendants("mark").map(\.text) == [#"Ada","#, #"Eda""#, #"  "at": "x""#])
  }

  @Test func `takes no text for markup`() throws {
    let (page, plain) = (try Self.page(Self.hostileResult), try Self.page(.sample))
    for name in ["script", "style", "meta", "h1", "title"] {
      #expect(page.descendants(name).count == plain.descendants(name).count, "\(name)")
    }
    #expect(page.descendants("img").isEmpty)
    #expect(page.descendants("h1").first?.text == "Contracts of \(Self.shown)")
    let command = page.descendants("pre").first { $0.attributes["class"] == "command" }
    #expect(command?.text == Self.shown)
    #expect(page.descendants("dd").allSatisfy { $0.text.hasPrefix(Self.shown) })
    #expect(page.descendants("td").allSatisfy { $0.wholeText.contains("alert(1)") })
  }

  @Test func `allows its own script and style and nothing else`() throws {
    let page = try Self.page(.sample)
    let script = try #require(page.descendants("script").first)
    let style = try #require(page.descendants("style").first)
    #expect(script.attributes.isEmpty)
    let policy = page.descendants("meta").first {
      $0.attributes["http-equiv"] == "Content-Security-Policy"
    }
    #expect(
      policy?.attributes["content"] == """
        default-src 'none'; script-src 'sha256-\(SHA256.base64(Array(script.text.utf8)))'; \
        style-src 'sha256-\(SHA256.base64(Array(style.text.utf8)))'; base-uri 'none'; \
        form-action 'none'
        """)
  }

  @Test func `loads nothing and needs no attribute that the policy forbids`() throws {
    for element in try Self.page(.sample).descendants() {
      for name in element.attributes.keys {
        #expect(!["src", "href", "style"].contains(name) && !name.hasPrefix("on"), "\(name)")
      }
    }
  }

  @Test func `is readable without the script`() throws {
    let page = try Self.page(.sample)
    #expect(page.descendants("form").first?.attributes["hidden"] != nil)
    #expect(page.descendants("main").allSatisfy { $0.attributes["hidden"] == nil })
    #expect(!page.descendants().contains { $0.attributes["class"]?.contains("hidden") == true })
  }

  @Test func `unfolds no more than 50 rows`() throws {
    let rows = try Self.rows(.of(.init(repeating: .sample("x", .failed), count: 60)))
    #expect(rows.count { $0.attributes["open"] != nil } == 50)
  }

  @Test(arguments: [
    (
      Timings(
        dns: .milliseconds(1), connect: .milliseconds(2), tls: .milliseconds(3),
        firstByte: .milliseconds(8), total: .milliseconds(10)),
      ["dns 0+100", "connect 100+200", "tls 300+300", "wait 600+200", "receive 800+200"]
    ),
    (
      Timings(firstByte: .milliseconds(1), total: .milliseconds(2)),
      ["wait 0+500", "receive 500+500"]
    ),
    (Timings(connect: .seconds(9), firstByte: .seconds(1), total: .seconds(3)), ["connect 0+1000"]),
    (Timings(connect: .seconds(-9), total: .seconds(1)), ["receive 0+1000"]), (Timings(), []),
  ])
  func `draws the steps one after the other`(timings: Timings, bars: [String]) {
    #expect(
      HTMLWaterfall.bars(of: timings).map { "\($0.name) \($0.start)+\($0.width)" } == bars)
  }

  @Test(arguments: [
    ("", "", "", "", ""), ("abc", "abc", "abc", "", ""), ("abc", "abbc", "ab", "", "c"),
    ("200", "500", "", "2", "00"), ("a", "b", "", "a", ""),
  ])
  func `splits a text into what it shares and what not`(
    left: String, right: String, start: String, middle: String, end: String
  ) {
    let parts = MarkedText.parts(left, right)
    #expect([parts.left.start, parts.left.middle, parts.left.end] == [start, middle, end])
    #expect(parts.right.start + parts.right.middle + parts.right.end == right)
  }

  @Test func `lines of a change stand beside each other`() {
    let lines: [DiffLine] = [
      .gap, .removed("a"), .removed("b"), .added("c"), .removed("d"), .pointer(column: 1),
      .equal("e"), .added("f"), .more(2),
    ]
    #expect(
      SideBySide.rows(of: lines) == [
        .omission("…"), .change(expected: "a", actual: "c"), .change(expected: "b", actual: nil),
        .change(expected: "d", actual: nil), .equal("e"), .change(expected: nil, actual: "f"),
        .omission("… 2 more lines"),
      ])
  }
}
