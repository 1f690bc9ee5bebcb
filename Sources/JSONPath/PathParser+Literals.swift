import JSONText

extension PathParser {
  /// Reads a literal: JSON, whose texts may stand in single quotes.
  mutating func literal() throws(JSONPathError) -> FilterLiteral {
    let start = at
    var text: [UInt8] = []
    guard let first = peek else { throw error("expected a path, a value or a regular expression") }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return FilterLiteral(value: .string(try quoted()))
    case UInt8(ascii: "["), UInt8(ascii: "{"): try container(into: &text)
    default:
      while let byte = peek, Self.isLiteralByte(byte) {
        text.append(byte)
        at += 1
      }
    }
    guard let document = try? JSONDocument(parsing: text, depthLimit: Self.depthLimit) else {
      throw error(
        "expected a path, a number, a text in quotes, true, false, null, [...], {...} or /.../",
        start)
    }
    return FilterLiteral(value: document.root)
  }

  private static func isLiteralByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte)
      || Array("+-._".utf8).contains(byte)
  }

  /// Copies an array or object as JSON.
  private mutating func container(into text: inout [UInt8]) throws(JSONPathError) {
    let start = at
    var level = 0
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        var writer = JSONWriter(style: .compact)
        writer.string(try quoted())
        text += writer.bytes
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): level += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): level -= 1
      default: break
      }
      text.append(byte)
      at += 1
      if level == 0 { return }
    }
    throw error("the array or object is not closed", start)
  }
}
