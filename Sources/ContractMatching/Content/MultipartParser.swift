/// Divides a multipart body into its parts.
///
/// It looks at each line once, and at a line only as far as it is like the delimiter: the cost is
/// linear, whatever the body is.
struct MultipartParser {
  /// A line that divides parts.
  private struct Delimiter {
    var line: MultipartLines.Line
    /// Whether no part follows.
    var isClosing: Bool
  }

  /// What every delimiter starts with, and the last one ends with.
  static let dashes: [UInt8] = Array("--".utf8)

  private let bytes: [UInt8]
  private let boundary: String
  private let start: [UInt8]
  private var lines: MultipartLines

  /// Starts at the first byte of a body.
  ///
  /// - Throws: ``MultipartError`` when the boundary cannot stand in a line.
  init(_ bytes: [UInt8], boundary: String) throws(MultipartError) {
    guard Self.isBoundary(boundary) else {
      throw MultipartError("the boundary '\(boundary)' is empty or has control characters", at: 0)
    }
    self.bytes = bytes
    self.boundary = boundary
    start = Self.dashes + boundary.utf8
    lines = MultipartLines(bytes)
  }

  /// Whether a text can be a boundary.
  static func isBoundary(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  /// Reads all parts.
  ///
  /// - Throws: ``MultipartError`` for the first thing that is wrong.
  mutating func run() throws(MultipartError) -> [MultipartBody.Part] {
    var parts: [MultipartBody.Part] = []
    var delimiter = try firstDelimiter()
    while !delimiter.isClosing {
      guard parts.count < MultipartBody.partLimit else {
        throw MultipartError(
          "the body has more than \(MultipartBody.partLimit) parts", at: delimiter.line.start)
      }
      var headers = MultipartHeaders()
      if let next = try self.headers(&headers) {
        // The part ends with its headers.
        parts.append(try headers.part([], at: next.line.start))
        delimiter = next
      } else {
        let start = lines.at
        let next = try nextDelimiter()
        let end = contentEnd(start, next, behind: delimiter)
        parts.append(try headers.part(bytes[start..<end], at: start))
        delimiter = next
      }
    }
    return parts
  }

  private mutating func firstDelimiter() throws(MultipartError) -> Delimiter {
    while let line = lines.next() {
      if let delimiter = delimiter(line) { return delimiter }
    }
    throw MultipartError("the body has no line '--\(boundary)'", at: bytes.count)
  }

  private mutating func nextDelimiter() throws(MultipartError) -> Delimiter {
    while let line = lines.next() {
      if let delimiter = delimiter(line) { return delimiter }
    }
    throw notClosed
  }

  private var notClosed: MultipartError {
    MultipartError("the body ends without the line '--\(boundary)--'", at: bytes.count)
  }

  /// Reads headers up to the empty line, or to a delimiter, which it gives.
  private mutating func headers(
    _ headers: inout MultipartHeaders
  ) throws(MultipartError) -> Delimiter? {
    let start = lines.at
    while let line = lines.next() {
      if let delimiter = delimiter(line) { return delimiter }
      if line.start == line.end { return nil }
      guard line.next - start <= MultipartBody.headerLimit else {
        throw MultipartError(
          "the headers of a part have more than \(MultipartBody.headerLimit) bytes",
          at: line.start)
      }
      try headers.add(bytes[line.start..<line.end])
    }
    throw notClosed
  }

  /// The line end before a delimiter belongs to the delimiter.
  private func contentEnd(_ start: Int, _ next: Delimiter, behind first: Delimiter) -> Int {
    var end = next.line.start
    guard end > start else { return start }
    end -= 1
    // Where delimiters end with LF alone, a CR before one is content.
    if end > start, bytes[end - 1] == UInt8(ascii: "\r"), first.line.endsWithCarriageReturn {
      end -= 1
    }
    return end
  }

  private func delimiter(_ line: MultipartLines.Line) -> Delimiter? {
    let text = bytes[line.start..<line.end]
    guard text.starts(with: start) else { return nil }
    let rest = text.dropFirst(start.count)
    if rest.allSatisfy(MultipartLines.isSpace) { return Delimiter(line: line, isClosing: false) }
    guard rest.starts(with: Self.dashes),
      rest.dropFirst(Self.dashes.count).allSatisfy(MultipartLines.isSpace)
    else { return nil }
    return Delimiter(line: line, isClosing: true)
  }
}
