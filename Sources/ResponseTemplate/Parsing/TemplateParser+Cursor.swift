import JSONText

extension TemplateParser {
  /// The byte that comes next, or `nil` at the end.
  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// Whether a byte is white space.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Whether a text comes next.
  func isNext(_ wanted: StaticString) -> Bool {
    let count = wanted.utf8CodeUnitCount
    guard count <= bytes.count - at else { return false }
    return wanted.withUTF8Buffer { bytes[at..<at + count].elementsEqual($0) }
  }

  /// Takes a text if it comes next.
  mutating func take(_ wanted: StaticString) -> Bool {
    guard isNext(wanted) else { return false }
    at += wanted.utf8CodeUnitCount
    return true
  }

  /// Takes a word if it comes next and ends there.
  mutating func takeWord(_ wanted: StaticString) -> Bool {
    guard isNext(wanted) else { return false }
    let end = at + wanted.utf8CodeUnitCount
    if end < bytes.count, !Self.isSpace(bytes[end]), !Array("}~|)".utf8).contains(bytes[end]) {
      return false
    }
    at = end
    return true
  }

  /// Goes to the next byte that is no white space.
  mutating func skipSpaces() {
    while let byte = peek, Self.isSpace(byte) { at += 1 }
  }

  /// An error about a place.
  ///
  /// - Parameter place: the byte; `nil` for the one that comes next.
  func error(_ message: String, _ place: Int? = nil) -> TemplateError {
    TemplateError(message: message, position: JSONPosition(offset: place ?? at, in: bytes))
  }
}
