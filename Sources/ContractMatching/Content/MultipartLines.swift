/// The lines of a multipart body; they end with CR LF or LF.
struct MultipartLines: Sequence, IteratorProtocol {
  /// Where a line stands.
  struct Line {
    /// The offset of its first byte.
    var start: Int
    /// The offset behind its last byte, without the line end.
    var end: Int
    /// The offset behind its line end.
    var next: Int

    /// Whether the line ends with CR LF.
    var endsWithCarriageReturn: Bool { next - end == 2 }
  }

  private let bytes: [UInt8]
  /// Where the next line starts.
  private(set) var at = 0

  /// Starts at the first line of a body.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next line, or `nil` behind the last.
  mutating func next() -> Line? {
    guard at < bytes.count else { return nil }
    let start = at
    guard let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
      at = bytes.count
      return Line(start: start, end: at, next: at)
    }
    at = feed + 1
    let hasReturn = feed > start && bytes[feed - 1] == UInt8(ascii: "\r")
    return Line(start: start, end: hasReturn ? feed - 1 : feed, next: at)
  }

  /// Whether a byte is white space that may stand in a line.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// Bytes without the white space at their ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return bytes[first...last]
  }
}
