import FaultModel
import Testing

@testable import MockEngine

/// What the journal keeps of requests, and what it knows of those that it forgot.
@Suite struct JournalTests {
  static let source = RequestSource(connection: 3, client: ClientAddress(v4: [127, 0, 0, 1]))

  static func note(
    _ journal: inout Journal, _ request: String, body: String? = nil, at time: Int64 = 0,
    _ answer: JournalAnswer = .interaction(0), status: Int = 200, fault: FiredFault? = nil
  ) {
    let bytes = Array((request + "\n").replacing("\n", with: "\r\n").utf8)
    var head = RequestHead()
    #expect(RequestHeadParser.parse(bytes.span, into: &head) == .complete)
    journal.note(
      head, bytes.span, body: body.map { Array($0.utf8) }, from: source, at: time, answer,
      status: status, fault: fault)
  }

  @Test func `tells a request as it came`() throws {
    var journal = Journal()
    journal.startDate = .seconds(1_000)
    Self.note(
      &journal, "POST /orders?a=%20b HTTP/1.1\nHost: h\nX-Trace:  t\nx-trace: u\n", body: "hello",
      at: 1_500_000_000, .interaction(7), status: 201)
    let entry = try #require(journal.entries().first)
    #expect(entry.number == 1)
    #expect(entry.method == "POST")
    #expect(entry.target == "/orders?a=%20b")
    #expect(entry.path == "/orders")
    #expect(entry.query == "a=%20b")
    #expect(entry.fields.map(\.name) == ["Host", "X-Trace", "x-trace"])
    #expect(entry.values("X-TRACE") == ["t", "u"])
    #expect(entry.body == Array("hello".utf8))
    #expect(!entry.isBodyCut)
    #expect(entry.time == .milliseconds(1_500))
    #expect(entry.date == .milliseconds(1_001_500))
    #expect(entry.source == Self.source)
    #expect(entry.answer == .interaction(7))
    #expect(entry.status == 201)
    #expect(entry.fault == nil)
  }

  @Test func `keeps the order, and finds one by its number`() {
    var journal = Journal(limit: 100_000)
    for number in 1...200 { Self.note(&journal, "GET /\(number) HTTP/1.1\n") }
    #expect(journal.entries().map(\.path) == (1...200).map { "/\($0)" })
    #expect(journal.entries(after: 198).map(\.number) == [199, 200])
    #expect(journal.entry(77)?.path == "/77")
    #expect(journal.entry(0) == nil)
    #expect(journal.entry(201) == nil)
    #expect(journal.isComplete)
  }

  @Test func `forgets the oldest beyond its limit, and says so`() {
    var journal = Journal(limit: 10_000)
    for number in 1...1_000 {
      Self.note(&journal, "GET /\(number) HTTP/1.1\nX-Some: thing\n", body: "b")
      let kept = journal.segments.reduce(0) { $0 + $1.bytes.count }
      #expect(kept <= 10_000)
    }
    let numbers = journal.entries().map(\.number)
    #expect(journal.count == 1_000)
    #expect(numbers.count > 50)
    #expect(numbers.last == 1_000)
    #expect(numbers == Array((journal.evictedThrough + 1)...1_000))
    #expect(!journal.isComplete)
    #expect(journal.entry(journal.evictedThrough) == nil)
    journal.clear()
    #expect(journal.isComplete)
    #expect(journal.count == 0)
    #expect(journal.entries() == [])
    Self.note(&journal, "GET /new HTTP/1.1\n")
    #expect(journal.entries().map(\.number) == [1_001])
    #expect(journal.count == 1)
  }

  @Test func `a request larger than the limit is counted and forgotten`() {
    var journal = Journal(limit: 100)
    Self.note(&journal, "GET /a HTTP/1.1\nX: \(String(repeating: "x", count: 100))\n")
    #expect(journal.entries() == [])
    #expect(journal.count == 1)
    #expect(!journal.isComplete)
  }

  @Test func `of a large body the beginning is kept`() throws {
    var journal = Journal(limit: 1_000)
    Self.note(&journal, "PUT /a HTTP/1.1\n", body: String(repeating: "x", count: 5_000))
    let entry = try #require(journal.entry(1))
    #expect(entry.body.count == 250)
    #expect(entry.bodyLength == 5_000)
    #expect(entry.isBodyCut)
  }

  @Test func `switched off it only counts`() {
    var journal = Journal(limit: 0)
    Self.note(&journal, "GET /a HTTP/1.1\n")
    #expect(journal.count == 1)
    #expect(journal.entries() == [])
    #expect(!journal.isComplete)
  }

  @Test func `a removed request is gone, and does not count`() {
    var journal = Journal()
    for path in ["/a", "/b", "/c"] { Self.note(&journal, "GET \(path) HTTP/1.1\n") }
    let removed = [2, 2, 9].map { journal.remove($0) }
    #expect(removed == [true, false, false])
    #expect(journal.entries().map(\.path) == ["/a", "/c"])
    #expect(journal.entry(2) == nil)
    #expect(journal.count == 2)
    #expect(journal.isComplete)
  }

  @Test func `a status may come later`() {
    var journal = Journal()
    Self.note(&journal, "GET /a HTTP/1.1\n", .forwarded, status: 0)
    #expect(journal.entry(1)?.status == nil)
    journal.setStatus(204, of: 1)
    #expect(journal.entry(1)?.status == 204)
    #expect(journal.entry(1)?.answer == .forwarded)
  }

  @Test func `tells what fired, and how to make it happen again`() throws {
    let script = FaultScript(
      name: "flaky", target: .request(method: nil, path: "/a"),
      steps: [
        FaultStep(.asContracted, repeat: 2),
        FaultStep(try HTTPFault(text: "cut_body,bytes=5"), repeat: 3),
      ], seed: .max)
    let decision = try #require(script.decision(for: 3, seed: 1))
    let fault = FiredFault(decision)
    var journal = Journal()
    Self.note(&journal, "GET /a HTTP/1.1\n", .interaction(0), fault: fault)
    let kept = try #require(journal.entry(1)?.fault)
    #expect(kept == fault)
    #expect(kept.text == "cut_body,bytes=5")
    #expect(kept.script == "flaky")
    #expect(kept.step == 2)
    #expect(kept.request == 4)
    #expect(kept.seed == .max)
  }

  @Test func `addresses read as people write them`() {
    func v6(_ groups: [UInt16]) -> String {
      ClientAddress(v6: groups.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).description
    }
    #expect(ClientAddress(v4: [192, 168, 0, 255]).description == "192.168.0.255")
    #expect(v6([0, 0, 0, 0, 0, 0, 0, 1]) == "::1")
    #expect(v6([0x2001, 0xDB8, 0, 0, 1, 0, 0, 0]) == "2001:db8:0:0:1::")
    #expect(v6([1, 0, 3, 4, 5, 6, 7, 8]) == "1:0:3:4:5:6:7:8")
    #expect(v6([1, 2, 3, 4, 5, 6, 7, 8]) == "1:2:3:4:5:6:7:8")
    #expect(ClientAddress().description == "")
    #expect(ClientAddress(v4: [127, 1, 1, 1]).isLoopback)
    #expect(!ClientAddress(v4: [10, 0, 0, 1]).isLoopback)
  }
}
