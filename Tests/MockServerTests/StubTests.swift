import Foundation
import JSONText
import MockEngine
import MockServer
import StubModel
import TestSupport
import Testing

/// Stubs over real connections.
@Suite struct StubTests {
  static func stub(_ request: String, _ body: String, _ more: String = "") -> String {
    #"{"request": {\#(request)}, "response": {"body": "\#(body)"}\#(more)}"#
  }

  static func file(_ stubs: String...) -> String {
    #"{"mappings": [\#(stubs.joined(separator: ","))]}"#
  }

  @Test func `the lowest priority answers, then the newest`() async throws {
    let stubs = Self.file(
      Self.stub(#""urlPath": "/a""#, "first"), Self.stub(#""urlPath": "/a""#, "second"),
      Self.stub(#""urlPath": "/b""#, "high", #", "priority": 1"#),
      Self.stub(#""urlPath": "/b""#, "newer"),
      Self.stub(#""urlPathPattern": "/b.*""#, "pattern"))
    try await StubServer.run(stubs) { mock async throws in
      #expect(try await mock.ask("GET", "/a").text == "second")
      #expect(try await mock.ask("GET", "/b").text == "high")
      #expect(try await mock.ask("GET", "/bc").text == "pattern")
    }
  }

  @Test func `a pattern that is newer or has a lower priority comes before a literal URL`()
    async throws
  {
    let stubs = Self.file(
      Self.stub(#""url": "/a/b""#, "literal"), Self.stub(#""urlPattern": "/a/.*""#, "newer"),
      Self.stub(#""url": "/c/d""#, "literal"),
      Self.stub(#""urlPattern": "/c/.*""#, "lower", #", "priority": 9"#))
    try await StubServer.run(stubs) { mock async throws in
      #expect(try await mock.ask("GET", "/a/b").text == "newer")
      #expect(try await mock.ask("GET", "/c/d").text == "literal")
      #expect(try await mock.ask("GET", "/c/e").text == "lower")
    }
  }

  @Test func `thousands of stubs are told apart, and those with patterns too`() async throws {
    let stubs = (0..<3_000).flatMap { number in
      [
        Self.stub(#""url": "/literal/\#(number)?x=1""#, "literal \(number)"),
        Self.stub(#""urlPathPattern": "/p\#(number)/[0-9]+""#, "pattern \(number)"),
        Self.stub(#""urlPathTemplate": "/t\#(number)/{id}""#, "template \(number)"),
      ]
    }
    try await StubServer.run(#"{"mappings": [\#(stubs.joined(separator: ","))]}"#) {
      mock async throws in
      for number in [0, 17, 2_999] {
        #expect(try await mock.ask("GET", "/literal/\(number)?x=1").text == "literal \(number)")
        #expect(try await mock.ask("GET", "/p\(number)/12").text == "pattern \(number)")
        #expect(try await mock.ask("GET", "/t\(number)/x").text == "template \(number)")
      }
      #expect(try await mock.ask("GET", "/literal/1").status == 404)
    }
  }

  @Test func `interactions count as stubs of the default priority that are older`() async throws {
    let stubs = Self.file(
      Self.stub(#""url": "/orders/42""#, "late", #", "priority": 6"#),
      Self.stub(#""urlPattern": "/.*""#, "anything", #", "priority": 10"#),
      Self.stub(#""method": "DELETE", "url": "/orders/42""#, "gone"))
    try await StubServer.run(stubs, interactions: MockServerTests.orders) { mock async throws in
      #expect(try await mock.ask("GET", "/orders/42").text == #"{"id":42}"#)
      #expect(try await mock.ask("DELETE", "/orders/42").text == "gone")
      #expect(try await mock.ask("GET", "/other").text == "anything")
    }
  }

  @Test func `one request alone moves a scenario on, however many come at once`() async throws {
    let scenario = #", "scenarioName": "S""#
    let stubs = Self.file(
      Self.stub(
        #""url": "/s""#, "first",
        scenario + #", "requiredScenarioState": "Started", "newScenarioState": "two""#),
      Self.stub(#""url": "/s""#, "later", scenario + #", "requiredScenarioState": "two""#))
    try await StubServer.run(stubs) { mock async throws in
      let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<50 { group.addTask { try await mock.ask("GET", "/s").text } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count { $0 == "first" } == 1)
      #expect(answers.count { $0 == "later" } == 49)
    }
  }

  @Test func `a request that nothing accepts is told what differs`() async throws {
    let stub = Self.stub(
      #""method": "POST", "url": "/a", "headers": {"X-A": {"equalTo": "b"}}"#, "ok",
      #", "name": "the stub""#)
    try await StubServer.run(Self.file(stub)) { mock async throws in
      let answer = try await mock.ask("POST", "/a", "{}")
      let json = try JSONDocument(parsing: answer.body).root
      let near = try #require(json["nearest"]?.elements.first { _ in true })
      #expect(answer.status == 404)
      #expect(near["stub"]?.string == "the stub")
      #expect(near["location"]?["file"]?.string == "stubs.json")
      let mismatch = try #require(near["mismatches"]?.elements.first { _ in true })
      #expect(mismatch["type"]?.string == "header" && mismatch["path"]?.string == "X-A")
    }
  }

  @Test func `a response has what the mapping says`() async throws {
    let stub = """
      {"request": {"method": "ANY"}, "id": "8C5DB8B0-2DB4-4AD7-A99F-38C9B00DA3F7",
       "response": {"status": 418, "statusMessage": "Teapot", "jsonBody": {"a": 1.0},
         "headers": {"Set-Cookie": ["a=1", "b=2"], "Content-Type": "application/json"}}}
      """
    try await StubServer.run(stub) { mock async throws in
      let answer = try await mock.ask("PATCH", "/any")
      #expect(answer.status == 418)
      #expect(answer.text == #"{"a":1.0}"#)
      #expect(answer.lines.filter { $0.hasPrefix("Set-Cookie") }.count == 2)
      #expect(answer.header("Matched-Stub-Id") == "8c5db8b0-2db4-4ad7-a99f-38c9b00da3f7")
      let head = try await mock.ask("HEAD", "/any")
      #expect(head.header("Content-Length") == "9" && head.body.isEmpty)
    }
  }

  @Test func `faults strike`() async throws {
    let faults = StubFault.allCases.map(\.rawValue)
    let stubs = faults.map {
      #"{"request": {"url": "/\#($0)"}, "response": {"fault": "\#($0)"}}"#
    }
    try await StubServer.run(#"{"mappings": [\#(stubs.joined(separator: ","))]}"#) {
      mock async throws in
      func ends(_ fault: String) async throws -> (bytes: [UInt8], end: RawConnection.End) {
        let connection = try RawConnection(port: mock.server.port)
        connection.send(StubServer.request("GET", "/\(fault)"))
        return await connection.rest()
      }
      let empty = try await ends("EMPTY_RESPONSE")
      #expect(empty.bytes.isEmpty && empty.end == .closed)
      let chunk = String(decoding: try await ends("MALFORMED_RESPONSE_CHUNK").bytes, as: UTF8.self)
      #expect(chunk.hasPrefix("HTTP/1.1 200") && chunk.contains("chunked"))
      let random = try await ends("RANDOM_DATA_THEN_CLOSE")
      #expect(!random.bytes.isEmpty && !random.bytes.starts(with: "HTTP".utf8))
      #expect(try await ends("CONNECTION_RESET_BY_PEER").end == .reset)
    }
  }

  @Test func `delays add up, and a body dribbles`() async throws {
    let stubs = """
      {"mappings": [
       {"request": {"url": "/late"}, "response": {"fixedDelayMilliseconds": 60,
         "delayDistribution": {"type": "uniform", "lower": 50, "upper": 60}}},
       {"request": {"url": "/slow"}, "response": {"body": "abcdef",
         "chunkedDribbleDelay": {"numberOfChunks": 3, "totalDuration": 90}}}]}
      """
    try await StubServer.run(stubs) { mock async throws in
      let clock = ContinuousClock()
      let time1 = try await clock.measure { _ = try await mock.ask("GET", "/late") }
      #expect(time1 >= .milliseconds(110))
      let time2 = try await clock.measure { _ = try await mock.ask("GET", "/slow") }
      #expect(time2 >= .milliseconds(90))
      #expect(try await mock.ask("GET", "/slow").text == "abcdef")
    }
  }

  @Test func `the compatible mode tells in lines what was not matched`() async throws {
    let options = MockOptions(isWireMockCompatible: true)
    try await StubServer.run(Self.file(Self.stub(#""url": "/a""#, "ok")), options: options) {
      mock in
      let answer = try await mock.ask("GET", "/b")
      #expect(answer.status == 404 && answer.header("Content-Type") == "text/plain")
    }
  }
}
