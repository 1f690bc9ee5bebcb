import MockEngine
import Testing

@Suite struct RequestHeadParserTests {
  static func parse(_ text: String) -> (RequestHeadParser.Outcome, RequestHead) {
    var head = RequestHead()
    let bytes = Array(text.utf8)
    let outcome = RequestHeadParser.parse(bytes.span, into: &head)
    return (outcome, head)
  }

  static func text(_ slice: RequestHead.Slice, of text: String) -> String {
    String(decoding: Array(text.utf8)[slice.start..<slice.end], as: UTF8.self)
  }

  @Test func `finds method, path, query and fields`() {
    let text = "PURGE /a%20é?x=1&y HTTP/1.1\r\nHost: h\r\nX-A:  b c \r\nEmpty:\r\n\r\nrest"
    let (outcome, head) = Self.parse(text)
    #expect(outcome == .complete)
    #expect(Self.text(head.method, of: text) == "PURGE")
    #expect(Self.text(head.path, of: text) == "/a%20é")
    #expect(Self.text(head.query, of: text) == "x=1&y")
    #expect(head.lines.map { Self.text($0.name, of: text) } == ["Host", "X-A", "Empty"])
    #expect(head.lines.map { Self.text($0.value, of: text) } == ["h", "b c", ""])
    #expect(head.length == text.utf8.count - 4)
    #expect(head.keepsAlive)
  }

  @Test func `waits for the end of the head, wherever it is cut`() {
    let text = "GET / HTTP/1.1\r\nHost: example\r\nAccept: */*\r\n\r\n"
    for count in 0..<text.utf8.count {
      let part = String(decoding: Array(text.utf8.prefix(count)), as: UTF8.self)
      #expect(Self.parse(part).0 == .incomplete)
    }
    #expect(Self.parse(text).0 == .complete)
  }

  @Test(arguments: [
    ("Content-Length: 5\r\n", RequestHead.Framing.length(5)),
    ("content-length: 0\r\n", .none),
    ("Content-Length: 5\r\nContent-Length: 5\r\n", .length(5)),
    ("Transfer-Encoding: chunked\r\n", .chunked), ("", .none),
  ])
  func `finds the framing of the body`(fields: String, framing: RequestHead.Framing) {
    let (outcome, head) = Self.parse("POST / HTTP/1.1\r\n\(fields)\r\n")
    #expect(outcome == .complete)
    #expect(head.framing == framing)
  }

  @Test(arguments: [
    ("HTTP/1.1", "", true), ("HTTP/1.1", "Connection: close\r\n", false),
    ("HTTP/1.1", "Connection: foo, Close\r\n", false), ("HTTP/1.0", "", false),
    ("HTTP/1.0", "Connection: Keep-Alive\r\n", true),
  ])
  func `knows whether the connection stays open`(version: String, fields: String, keeps: Bool) {
    #expect(Self.parse("GET / \(version)\r\n\(fields)\r\n").1.keepsAlive == keeps)
  }

  @Test(arguments: [
    ("GET /\r\n\r\n", 400), (" / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/2.0\r\n\r\n", 505),
    ("GET / HTTP/1.9\r\n\r\n", 505), ("GET  / HTTP/1.1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nA : b\r\n\r\n", 400), ("GET / HTTP/1.1\r\n folded\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nA: b\u{01}c\r\n\r\n", 400), ("GET / HTTP/1.1\nA: b\r\n\r\n", 505),
    ("GET / HTTP/1.1\r\nA: b\nC: d\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: +5\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nExpect: magic\r\n\r\n", 417), ("\r\n\r\n", 400),
    ("\u{16}\u{03}\u{01} TLS hello\r\n\r\n", 400),
  ])
  func `refuses what could be read in two ways`(text: String, status: Int) {
    guard case .refused(status, _) = Self.parse(text).0 else {
      Issue.record("\(Self.parse(text).0)")
      return
    }
  }

  @Test func `refuses heads that are too large`() {
    let long = "GET /" + String(repeating: "a", count: 70_000)
    guard case .refused(431, _) = Self.parse(long).0 else {
      Issue.record("the head was accepted")
      return
    }
    let many = (0..<300).map { "X-\($0): a\r\n" }.joined()
    guard case .refused(431, _) = Self.parse("GET / HTTP/1.1\r\n\(many)\r\n").0 else {
      Issue.record("the head was accepted")
      return
    }
  }

  @Test func `takes the path out of an absolute target`() {
    let text = "GET http://example.org:80/a?b HTTP/1.1\r\n\r\n"
    #expect(Self.text(Self.parse(text).1.path, of: text) == "/a")
  }
}
