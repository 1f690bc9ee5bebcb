/// A place in a text of markup.
struct MarkupCursor {
  /// The whole text.
  let bytes: [UInt8]
  /// The offset of the place.
  private(set) var at: Int

  /// Starts behind a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = Self.markLength(bytes)
  }

  /// How long the byte order mark is.
  static func markLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether a byte is white space in XML.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// The byte at some distance, or `nil` behind the end.
  func peek(_ offset: Int = 0) -> UInt8? {
    at + offset < bytes.count ? bytes[at + offset] : nil
  }

  /// Whether a text stands here.
  ///
  /// - Parameters:
  ///   - text: the text, in lower case when case is ignored.
  ///   - ignoringCase: whether it may stand here in any case.
  func isAt(_ text: String, ignoringCase: Bool = false) -> Bool {
    guard bytes.count - at >= text.utf8.count else { return false }
    return zip(text.utf8, bytes[at...]).allSatisfy { wanted, byte in
      wanted == byte || ignoringCase && (0x41...0x5A).contains(byte) && wanted == byte | 0x20
    }
  }

  /// Goes on by some bytes, to the end at most.
  mutating func advance(_ count: Int = 1) { at = min(at + count, bytes.count) }

  /// Goes behind white space; whether there is any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = at
    while let byte = peek(), Self.isSpace(byte) { at += 1 }
    return at > start
  }

  /// Goes behind the next place where a text stands; whether there is one.
  mutating func skip(past text: String) -> Bool {
    while at < bytes.count {
      if isAt(text) {
        advance(text.utf8.count)
        return true
      }
      at += 1
    }
    return false
  }

  /// Goes behind a name; gives the name, or `nil` when there is none.
  mutating func name() -> ArraySlice<UInt8>? {
    let start = at
    while let byte = peek(), Self.isNameByte(byte, isFirst: at == start) { at += 1 }
    return at > start ? bytes[start..<at] : nil
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...:
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }
}
