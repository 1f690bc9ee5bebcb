/// Writes texts such that XML parsers read them back as they are.
enum XMLEscaping {
  /// The first character of a text that XML 1.0 cannot hold, not even as a reference.
  static func refused(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: false
      default: true
      }
    }
  }

  /// A character's number as Unicode writes it.
  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Appends a text.
  ///
  /// Parsers read line ends as line feeds, and in attributes any white space as blanks, where it is not
  /// written as a reference.
  ///
  /// - Parameter quote: what stands around the value of an attribute; `nil` for other text.
  static func append(_ text: String, quote: UInt8?, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case 0x0D: output += "&#13;".utf8
      case 0x09 where quote != nil: output += "&#9;".utf8
      case 0x0A where quote != nil: output += "&#10;".utf8
      case UInt8(ascii: "\"") where quote == byte: output += "&quot;".utf8
      case UInt8(ascii: "'") where quote == byte: output += "&apos;".utf8
      default: output.append(byte)
      }
    }
  }
}
