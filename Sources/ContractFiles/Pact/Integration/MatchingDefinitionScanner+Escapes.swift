extension MatchingDefinitionScanner {
  /// Decodes an escape behind its backslash.
  mutating func escape(into decoded: inout [UInt8]) throws(MatchingDefinitionError) {
    guard let kind = peek else { return }  // the missing quote is reported
    at += 1
    switch kind {
    case UInt8(ascii: "'"), UInt8(ascii: "\\"): decoded.append(kind)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"): decoded.append(contentsOf: String(try character()).utf8)
    default: decoded += [UInt8(ascii: "\\"), kind]
    }
  }

  /// The character of `\uXXXX` or `\u{X…}`, behind the `u`.
  private mutating func character() throws(MatchingDefinitionError) -> Unicode.Scalar {
    let start = at
    let isBraced = peek == UInt8(ascii: "{")
    if isBraced { at += 1 }
    let first = at
    while let byte = peek, at - first < (isBraced ? 6 : 4), Self.isHexadecimal(byte) { at += 1 }
    let digits = String(decoding: bytes[first..<at], as: UTF8.self)
    let isWhole = isBraced ? peek == UInt8(ascii: "}") : digits.utf8.count == 4
    guard isWhole, let code = UInt32(digits, radix: 16) else {
      throw failure("expected four hexadecimal digits, or some in braces,", at: start)
    }
    if isBraced { at += 1 }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
