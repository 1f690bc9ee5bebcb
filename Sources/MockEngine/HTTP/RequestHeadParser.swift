/// Reads the heads of HTTP/1.1 requests, as RFC 9112 defines them.
///
/// What could be read in two ways, and so be used to smuggle a request past another reader, is
/// refused: bare line feeds, white space before a colon, folded lines, Content-Length together with
/// Transfer-Encoding, contradicting lengths.
package enum RequestHeadParser {
  /// What the bytes hold.
  package enum Outcome: Sendable, Equatable {
    /// The head is not complete yet.
    case incomplete
    /// The head is complete.
    case complete
    /// This is no request that can be answered but with this status.
    case refused(status: Int, reason: String)
  }

  /// The most bytes that a head may have.
  package static let sizeLimit = 65_536
  /// The most header fields that a head may have.
  package static let lineLimit = 256

  /// Reads a head from the start of the bytes.
  ///
  /// - Parameters:
  ///   - bytes: what has come so far.
  ///   - head: is filled when the head is complete.
  package static func parse(_ bytes: Span<UInt8>, into head: inout RequestHead) -> Outcome {
    guard let end = endOfHead(bytes) else {
      return bytes.count > sizeLimit
        ? .refused(status: 431, reason: "the head of the request is larger than 64 KB")
        : .incomplete
    }
    guard end <= sizeLimit else {
      return .refused(status: 431, reason: "the head of the request is larger than 64 KB")
    }
    head.lines.removeAll(keepingCapacity: true)
    head.framing = .none
    head.keepsAlive = true
    head.expectsContinue = false
    head.length = end
    return requestLine(bytes, &head)
  }

  /// The offset behind the empty line.
  private static func endOfHead(_ bytes: Span<UInt8>) -> Int? {
    var at = 3
    while at < bytes.count {
      // Looking at every fourth byte finds one of the four that end a head.
      switch bytes[at] {
      case 0x0A:
        if bytes[at - 1] == 0x0D, bytes[at - 2] == 0x0A, bytes[at - 3] == 0x0D { return at + 1 }
        at += 2
      case 0x0D: at += 1
      default: at += 4
      }
    }
    return nil
  }

  private static func requestLine(_ bytes: Span<UInt8>, _ head: inout RequestHead) -> Outcome {
    var at = 0
    // A client may send an empty line before a request (RFC 9112, 2.2).
    if bytes.count > 1, bytes[0] == 0x0D, bytes[1] == 0x0A { at = 2 }
    let methodStart = at
    while at < head.length, isToken(bytes[at]) { at += 1 }
    guard at > methodStart, bytes[at] == UInt8(ascii: " ") else {
      return bad("expected a method and a space")
    }
    head.method = .init(start: methodStart, end: at)
    at += 1
    let targetStart = at
    var question: Int?
    while at < head.length, bytes[at] > 0x20, bytes[at] != 0x7F {
      if question == nil, bytes[at] == UInt8(ascii: "?") { question = at }
      at += 1
    }
    guard at > targetStart, bytes[at] == UInt8(ascii: " ") else {
      return bad("expected a target and a space")
    }
    head.path = .init(start: targetStart, end: question ?? at)
    head.query = .init(start: question.map { $0 + 1 } ?? at, end: at)
    removeAuthority(bytes, &head)
    at += 1
    guard at + 10 <= head.length, matches(bytes, at, "HTTP/1."),
      bytes[at + 8] == 0x0D, bytes[at + 9] == 0x0A
    else { return .refused(status: 505, reason: "expected HTTP/1.1 or HTTP/1.0") }
    let minor = bytes[at + 7]
    guard minor == UInt8(ascii: "1") || minor == UInt8(ascii: "0") else {
      return .refused(status: 505, reason: "expected HTTP/1.1 or HTTP/1.0")
    }
    let isOld = minor == UInt8(ascii: "0")
    head.keepsAlive = !isOld
    return fields(bytes, from: at + 10, isOld, &head)
  }

  /// `http://host/path`, as clients of a proxy send it, is taken as `/path`.
  private static func removeAuthority(_ bytes: Span<UInt8>, _ head: inout RequestHead) {
    let start = head.path.start
    guard bytes[start] != UInt8(ascii: "/"),
      head.path.count > 7, matches(bytes, start, "http://") || matches(bytes, start, "https:/")
    else { return }
    var at = start + (bytes[start + 4] == UInt8(ascii: ":") ? 7 : 8)
    while at < head.path.end, bytes[at] != UInt8(ascii: "/") { at += 1 }
    if at < head.path.end { head.path.start = at }
  }

  private static func fields(
    _ bytes: Span<UInt8>, from start: Int, _ isOld: Bool, _ head: inout RequestHead
  ) -> Outcome {
    var at = start
    var length: Int?
    var isChunked = false
    while bytes[at] != 0x0D {
      let nameStart = at
      while isToken(bytes[at]) { at += 1 }
      guard at > nameStart, bytes[at] == UInt8(ascii: ":") else {
        return bad("expected a header field's name and a colon")
      }
      let name = RequestHead.Slice(start: nameStart, end: at)
      at += 1
      while bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
      let valueStart = at
      while bytes[at] >= 0x20 && bytes[at] != 0x7F || bytes[at] == 0x09 { at += 1 }
      guard bytes[at] == 0x0D, bytes[at + 1] == 0x0A else {
        return bad("a header field has a control character in it")
      }
      var valueEnd = at
      while valueEnd > valueStart, bytes[valueEnd - 1] == 0x20 || bytes[valueEnd - 1] == 0x09 {
        valueEnd -= 1
      }
      at += 2
      let value = RequestHead.Slice(start: valueStart, end: valueEnd)
      guard head.lines.count < lineLimit else {
        return .refused(status: 431, reason: "more than \(lineLimit) header fields")
      }
      head.lines.append(.init(name: name, value: value))
      switch name.count {
      case 14 where equals(bytes, name, "content-length"):
        guard let number = number(bytes, value), length == nil || length == number else {
          return bad("Content-Length is no number, or there are two")
        }
        length = number
      case 17 where equals(bytes, name, "transfer-encoding"):
        guard equals(bytes, value, "chunked"), !isOld, !isChunked else {
          return .refused(status: 501, reason: "expected 'chunked' as Transfer-Encoding")
        }
        isChunked = true
      case 10 where equals(bytes, name, "connection"):
        if contains(bytes, value, "close") { head.keepsAlive = false }
        if contains(bytes, value, "keep-alive"), isOld { head.keepsAlive = true }
      case 6 where equals(bytes, name, "expect"):
        guard equals(bytes, value, "100-continue") else {
          return .refused(status: 417, reason: "expected '100-continue' for Expect")
        }
        head.expectsContinue = !isOld
      default: break
      }
    }
    guard at + 2 == head.length else { return bad("expected the end of the head") }
    if isChunked {
      guard length == nil else {
        return bad("Content-Length and Transfer-Encoding contradict each other")
      }
      head.framing = .chunked
    } else if let length {
      head.framing = length == 0 ? .none : .length(length)
    }
    return .complete
  }

  private static func bad(_ reason: String) -> Outcome { .refused(status: 400, reason: reason) }

  @inline(__always)
  private static func isToken(_ byte: UInt8) -> Bool {
    // Letters, digits and !#$%&'*+-.^_`|~ as two bit masks.
    let low: UInt64 = 0x03FF_6CFA_0000_0000
    let high: UInt64 = 0x57FF_FFFF_C7FF_FFFE
    return byte < 64
      ? low >> UInt64(byte) & 1 == 1
      : byte < 128 ? high >> UInt64(byte - 64) & 1 == 1 : false
  }

  private static func number(_ bytes: Span<UInt8>, _ slice: RequestHead.Slice) -> Int? {
    guard (1...18).contains(slice.count) else { return nil }
    var value = 0
    for at in slice.start..<slice.end {
      guard bytes[at] >= 0x30, bytes[at] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[at] - 0x30)
    }
    return value
  }

  private static func matches(_ bytes: Span<UInt8>, _ at: Int, _ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[at + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether a run of bytes is a text in lower case, in any case.
  @inline(__always)
  package static func equals(
    _ bytes: Span<UInt8>, _ slice: RequestHead.Slice, _ text: StaticString
  ) -> Bool {
    guard slice.count == text.utf8CodeUnitCount else { return false }
    return matchesIgnoringCase(bytes, slice.start, text)
  }

  private static func contains(
    _ bytes: Span<UInt8>, _ slice: RequestHead.Slice, _ text: StaticString
  ) -> Bool {
    var at = slice.start
    while at + text.utf8CodeUnitCount <= slice.end {
      if matchesIgnoringCase(bytes, at, text) { return true }
      at += 1
    }
    return false
  }

  @inline(__always)
  private static func matchesIgnoringCase(
    _ bytes: Span<UInt8>, _ at: Int, _ text: StaticString
  ) -> Bool {
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = bytes[at + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != text.utf8Start[offset] { return false }
    }
    return true
  }
}
