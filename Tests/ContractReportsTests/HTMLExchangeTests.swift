import ContractModel
import Testing

@testable import ContractReports

@Suite struct HTMLExchangeTests {
  /// The two sides of an exchange, with what is marked in the response.
  static func sides(
    _ exchange: RecordedExchange, _ mismatches: [Mismatch] = []
  ) throws -> (texts: [String], marks: [String]) {
    var result = InteractionResult.sample("x", .failed, mismatches: mismatches)
    result.exchange = exchange
    let page = try HTMLReportTests.page(.of([result]))
    let sides = try #require(page.descendants("div").first { $0.attributes["class"] == "sides" })
    let marks = sides.descendants("mark").map(\.wholeText)
    return (sides.all("section").map(\.wholeText), marks)
  }

  static let request = RecordedMessage(
    start: "GET http://127.0.0.1/orders", headers: [Field("Accept", ["a/b", "c/d"])])

  static func mismatch(_ kind: Mismatch.Kind, _ path: String = "") -> Mismatch {
    Mismatch(kind, path: path, expected: "", actual: "", message: "No")
  }

  @Test func `puts the request beside the response and marks what differs`() throws {
    let response = RecordedMessage(
      start: "500",
      headers: [Field("Content-Type", ["application/json"]), Field("x-trace", ["1"])],
      body: Array(#"{"id":"7","items":[{"a b":1}],"12":[]}"#.utf8))
    let (texts, marks) = try Self.sides(
      RecordedExchange(request: Self.request, response: response),
      [
        Self.mismatch(.status), Self.mismatch(.header, "X-Trace"),
        Self.mismatch(.body, "$.items[0]['a b']"), Self.mismatch(.body, "$[12]"),
      ])
    #expect(
      texts == [
        "RequestGET http://127.0.0.1/orders\nAccept: a/b\nAccept: c/d\n",
        """
        Response500
        Content-Type: application/json
        x-trace: 1

        {
          "id": "7",
          "items": [
            {
              "a b": 1
            }
          ],
          "12": []
        }

        """,
      ])
    #expect(marks == ["500", "x-trace: 1", #""a b": 1"#, #""12": []"#])
  }

  @Test func `says that no response came`() throws {
    let (texts, _) = try Self.sides(RecordedExchange(request: Self.request))
    #expect(texts.last == "ResponseNone came.")
  }

  @Test(arguments: [
    (Array("abc\u{1B}\n".utf8), 100, "abc\\u001B\n"),
    ([0xFF, 0], 100, "(2 bytes that are no text)"),
    (Array("{\"é\":1}".utf8), 3, "{\"… (6 bytes more)"), ([], 100, ""),
  ])
  func `shows any body`(body: [UInt8], limit: Int, text: String) throws {
    let response = RecordedMessage(start: "200", body: body, limit: limit)
    let (texts, _) = try Self.sides(RecordedExchange(request: Self.request, response: response))
    #expect(texts.last == "Response200\n" + (text.isEmpty ? "" : "\n" + text))
  }

  @Test func `marks a whole body that is no JSON`() throws {
    let response = RecordedMessage(start: "200", body: Array("<html>".utf8))
    let (_, marks) = try Self.sides(
      RecordedExchange(request: Self.request, response: response), [Self.mismatch(.body, "$")])
    #expect(marks == ["<html>"])
  }

  @Test func `cuts a body of very many lines`() throws {
    let json = try #require(
      MarkedJSON("[" + String(repeating: "1,", count: 2_000) + "1]", marked: []))
    #expect(json.lines.count == 1_001)
    #expect(json.lines.last?.text == "… 1003 more lines")
  }

  @Test(arguments: [
    (0, 250, 0, 250), (250, 750, 250, 750), (500, 0, 500, 8), (999, 1, 992, 8), (2_000, 9, 992, 8),
  ])
  func `draws each interaction on one line of time`(start: Int, took: Int, x: Int, width: Int) {
    var last = InteractionResult.sample("last")
    (last.startedAfter, last.duration) = (.milliseconds(900), .milliseconds(100))
    var result = InteractionResult.sample("x")
    (result.startedAfter, result.duration) = (.milliseconds(start), .milliseconds(took))
    let bar = HTMLTimeline([last]).bar(of: result)
    #expect(bar?.start == x)
    #expect(bar?.width == width)
  }

  @Test func `draws nothing where no time is known`() {
    #expect(HTMLTimeline([.sample("x")]).bar(of: .sample("x")) == nil)
  }
}
