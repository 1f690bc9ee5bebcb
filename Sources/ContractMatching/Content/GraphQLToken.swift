/// A significant token of a GraphQL document, by its meaning.
enum GraphQLToken: Sendable, Hashable {
  /// One of `! $ & ( ) : = @ [ ] { | }`, or `.` for `...`.
  case punctuator(UInt8)
  /// A name, also a keyword.
  case name([UInt8])
  /// An integer as it is written.
  case integer([UInt8])
  /// A number with a fraction or an exponent, as it is written.
  case float([UInt8])
  /// The value of a string or a block string.
  case string([UInt8])

  /// The token as a message shows it; a long one is cut.
  var shown: String {
    switch self {
    case .punctuator(UInt8(ascii: ".")): "..."
    case .punctuator(let byte): String(Character(Unicode.Scalar(byte)))
    case .name(let text), .integer(let text), .float(let text): Self.cut(text)
    case .string(let text): "\"\(Self.escaped(Self.cut(text)))\""
    }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "'" ? "'" : $0.escaped(asASCII: false) }.joined()
  }

  private static func cut(_ text: [UInt8]) -> String {
    let limit = 80
    guard text.count > limit else { return String(decoding: text, as: UTF8.self) }
    // A scalar is not cut.
    let end = text[...limit].lastIndex { $0 & 0xC0 != 0x80 } ?? limit
    return String(decoding: text[..<end], as: UTF8.self) + "…"
  }
}
