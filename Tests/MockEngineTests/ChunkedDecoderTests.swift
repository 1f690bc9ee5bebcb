import MockEngine
import Testing

@Suite struct ChunkedDecoderTests {
  static let text = "5\r\nhello\r\n6;name=value\r\n world\r\n0\r\nTrailer: x\r\n\r\nnext"

  @Test func `decodes a body, wherever it is cut`() {
    let bytes = Array(Self.text.utf8)
    for cut in 0...bytes.count {
      var decoder = ChunkedDecoder(limit: 100)
      let first = Array(bytes[..<cut])
      var (outcome, consumed) = decoder.decode(first.span)
      if outcome == .incomplete {
        let second = Array(bytes[cut...])
        let rest = decoder.decode(second.span)
        outcome = rest.outcome
        consumed += rest.consumed
      }
      #expect(outcome == .complete)
      #expect(consumed == bytes.count - 4)
      #expect(String(decoding: decoder.body, as: UTF8.self) == "hello world")
    }
  }

  @Test(arguments: [
    ("x\r\n", 400), ("\r\n", 400), ("5\r\nhelloX", 400), ("5\nhello", 400),
    ("FFFFFFFFFFFFFFFFF\r\n", 413), ("65\r\n", 413),
  ])
  func `refuses what is broken or too large`(text: String, status: Int) {
    var decoder = ChunkedDecoder(limit: 100)
    let bytes = Array(text.utf8)
    guard case .refused(status, _) = decoder.decode(bytes.span).outcome else {
      Issue.record("it was accepted")
      return
    }
  }
}
