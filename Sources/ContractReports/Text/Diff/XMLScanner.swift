/// Cuts an XML text into tags and texts, whether or not it is well-formed.
///
/// Each piece is looked at once: markup that has no end takes the whole rest.
struct XMLScanner {
  private let bytes: [UInt8]
  private var at = 0

  /// Whether the last piece was a text or a piece of markup that reaches the end.
  private(set) var endsWithin = false

  /// Starts at the start of a text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether a byte is white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// The next piece, or `nil` at the end.
  mutating func next() -> XMLToken? {
    while at < bytes.count {
      if isMarkup(at) { return markup() }
      let text = self.text()
      if !text.isEmpty { return .text(text) }
    }
    return nil
  }

  private func isMarkup(_ place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count else {
      return bytes[place] == UInt8(ascii: "<")
    }
    switch bytes[place + 1] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "/"), 0x80...:
      return true
    default: return false
    }
  }

  private mutating func text() -> [String] {
    let start = at
    at += 1
    while at < bytes.count, !isMarkup(at) { at += 1 }
    let lines = bytes[start..<at].split(separator: UInt8(ascii: "\n")).map { Self.trimmed($0) }
      .filter { !$0.isEmpty }
    endsWithin = at == bytes.count && !lines.isEmpty
    return lines
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes.drop { isSpace($0) }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func markup() -> XMLToken {
    let start = at
    let end = self.end()
    at = end ?? bytes.count
    endsWithin = end == nil
    guard end != nil else { return unfinished(bytes[start...]) }
    let piece = bytes[start..<at]
    switch piece.dropFirst().first {
    case UInt8(ascii: "/"): return .end(Self.trimmed(piece.dropFirst(2).dropLast()))
    case UInt8(ascii: "!") where piece.starts(with: "<![CDATA[".utf8):
      return .text([String(decoding: piece, as: UTF8.self)])
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return .other(String(decoding: piece, as: UTF8.self))
    default: return .start(XMLTag(piece.dropFirst().dropLast()))
    }
  }

  /// The name of a tag tells all that is known of it: its attributes may yet be sorted otherwise.
  private func unfinished(_ piece: ArraySlice<UInt8>) -> XMLToken {
    let name = piece.prefix { !Self.isSpace($0) }
    return .unfinished(String(decoding: name, as: UTF8.self))
  }

  /// Where the markup ends that starts here; `nil` when it does not.
  private func end() -> Int? {
    let rest = bytes[at...]
    if rest.starts(with: "<!--".utf8) { return end(of: "-->", from: at + 4) }
    if rest.starts(with: "<![CDATA[".utf8) { return end(of: "]]>", from: at + 9) }
    if rest.starts(with: "<?".utf8) { return end(of: "?>", from: at + 2) }
    if rest.starts(with: "<!".utf8) {
      let subset = rest.firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }
      guard let subset, bytes[subset] == UInt8(ascii: "[") else { return subset.map { $0 + 1 } }
      return end(of: "]>", from: subset)
    }
    var quote: UInt8?
    for place in rest.indices {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return nil
  }

  private func end(of mark: StaticString, from start: Int) -> Int? {
    let mark = Array(mark.description.utf8)
    guard start <= bytes.count - mark.count else { return nil }
    return (start...bytes.count - mark.count).first { bytes[$0...].starts(with: mark) }
      .map { $0 + mark.count }
  }
}
