import MockEngine
import Testing

@Suite struct AnswerReaderTests {
  typealias Event = AnswerReader.Event

  func read(_ pieces: [String], isHead: Bool = false) -> ([Event], AnswerReader) {
    var reader = AnswerReader(isHead: isHead)
    return (pieces.flatMap { reader.read(Array($0.utf8)) }, reader)
  }

  static let head = "HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 4\r\n\r\n"
  static let fields = [
    AnswerReader.HeaderLine(name: "x-a", value: "1"),
    AnswerReader.HeaderLine(name: "content-length", value: "4"),
  ]

  @Test func `reads an answer in one piece and byte by byte`() {
    let (events, reader) = read([Self.head + "body"])
    #expect(events == [.head(status: 200, fields: Self.fields), .body(Array("body".utf8))])
    #expect(reader.isComplete)
    let (bytes, other) = read((Self.head + "body").map { String($0 == "\r\n" ? "\r\n" : $0) })
    #expect(bytes.first == .head(status: 200, fields: Self.fields))
    #expect(bytes.count == 5)
    #expect(other.isComplete)
  }

  @Test func `knows when an answer is not complete`() {
    #expect(!read([Self.head + "bod"]).1.isComplete)
    #expect(!read([Self.head + "bod"]).1.endsWithInput)
    #expect(!read(["HTTP/1.1 200 OK\r\n"]).1.hasHead)
    let open = read(["HTTP/1.1 200 OK\r\n\r\nbody"]).1
    #expect(!open.isComplete)
    #expect(open.endsWithInput)
  }

  @Test func `an answer to HEAD and one without content has no body`() {
    #expect(read([Self.head], isHead: true).1.isComplete)
    #expect(read(["HTTP/1.1 204 No Content\r\n\r\n"]).1.isComplete)
    #expect(read(["HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"]).1.isComplete)
  }

  @Test func `takes the chunked coding off`() {
    let start = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    let (events, reader) = read([start, "2\r\nbo\r\n", "2\r\nd", "y\r\n0\r\n\r\n"])
    let body = events.dropFirst().map { event in
      if case .body(let bytes) = event { String(decoding: bytes, as: UTF8.self) } else { "?" }
    }
    #expect(body.joined() == "body")
    #expect(reader.isComplete)
    #expect(read([start, "zz\r\n"]).0.last == .malformed)
  }

  @Test func `what comes behind an answer is told, and what is none`() {
    #expect(read([Self.head + "body", "more"]).0.last == .body(Array("more".utf8)))
    #expect(read(["hello\r\n\r\n"]).0 == [.malformed])
    #expect(read(["HTTP/1.1 oops\r\n\r\n"]).0 == [.malformed])
  }
}
