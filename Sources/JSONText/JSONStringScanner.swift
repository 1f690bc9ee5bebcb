/// Finds the end of strings and decodes them.
enum JSONStringScanner {
  /// Walks a string whose opening quote is at `start`, checking escapes, control characters and
  /// UTF-8.
  ///
  /// - Returns: the offset behind the closing quote, and whether there is an escape.
  @inline(__always)
  static func scan(
    _ text: Span<UInt8>, from start: Int
  ) throws(JSONSyntaxFault) -> (end: Int, escaped: Bool) {
    var at = start + 1
    var escaped = false
    let count = text.count
    while true {
      // Eight bytes at a time while none of them is special.
      while at + 8 <= count {
        let word = text.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
        if hasSpecial(word) { break }
        at += 8
      }
      guard at < count else {
        throw JSONSyntaxFault("the string that starts here has no closing '\"'", at: start)
      }
      let byte = text[at]
      if byte == UInt8(ascii: "\"") { return (at + 1, escaped) }
      if byte == UInt8(ascii: "\\") {
        escaped = true
        at = try skipEscape(text, at: at, string: start)
      } else if byte < 0x20 {
        throw JSONSyntaxFault(
          "control character 0x\(String(byte, radix: 16)) in a string, expected an escape",
          at: at)
      } else if byte < 0x80 {
        at += 1
      } else {
        at = try skipMultibyte(text, at: at)
      }
    }
  }

  /// Whether one of the eight bytes is a quote, a backslash, a control character or not ASCII.
  @inline(__always)
  private static func hasSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let isQuote = (quote &- ones) & ~quote
    let isBackslash = (backslash &- ones) & ~backslash
    let isControl = (word &- (ones &* 0x20)) & ~word
    return (isQuote | isBackslash | isControl | word) & highs != 0
  }

  private static func skipEscape(
    _ text: Span<UInt8>, at: Int, string: Int
  ) throws(JSONSyntaxFault) -> Int {
    guard at + 1 < text.count else {
      throw JSONSyntaxFault("the string that starts here has no closing '\"'", at: string)
    }
    switch text[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return at + 2
    case UInt8(ascii: "u"):
      guard hexadecimal(text, at: at + 2) != nil else {
        throw JSONSyntaxFault("'\\u' is not followed by four hexadecimal digits", at: at)
      }
      return at + 6
    default:
      throw JSONSyntaxFault(
        "unknown escape, expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", at: at)
    }
  }

  /// The offset behind one multibyte UTF-8 sequence; overlong ones and surrogates are refused.
  private static func skipMultibyte(
    _ text: Span<UInt8>, at: Int
  ) throws(JSONSyntaxFault) -> Int {
    let first = text[at]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw JSONSyntaxFault("a byte that is not UTF-8", at: at)
    }
    guard at + length <= text.count, second.contains(text[at + 1]) else {
      throw JSONSyntaxFault("a byte sequence that is not UTF-8", at: at)
    }
    for offset in 2..<max(length, 2) where text[at + offset] & 0xC0 != 0x80 {
      throw JSONSyntaxFault("a byte sequence that is not UTF-8", at: at)
    }
    return at + length
  }

  static func hexadecimal(_ text: Span<UInt8>, at: Int) -> UInt32? {
    guard at + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<4 {
      let digit: UInt8
      switch text[at + offset] {
      case let byte where byte >= 0x30 && byte <= 0x39: digit = byte - 0x30
      case let byte where byte >= 0x41 && byte <= 0x46: digit = byte - 0x41 + 10
      case let byte where byte >= 0x61 && byte <= 0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// The bytes of a scanned string without its escapes; a lone surrogate becomes U+FFFD.
  static func decode(_ text: Span<UInt8>, from start: Int, to end: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    var at = start
    while at < end {
      let byte = text[at]
      guard byte == UInt8(ascii: "\\"), at + 1 < end else {
        bytes.append(byte)
        at += 1
        continue
      }
      let kind = text[at + 1]
      at += 2
      switch kind {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"): at = decodeUnicode(text, at: at, end: end, into: &bytes)
      default: bytes.append(kind)
      }
    }
    return bytes
  }

  private static func decodeUnicode(
    _ text: Span<UInt8>, at: Int, end: Int, into bytes: inout [UInt8]
  ) -> Int {
    let first = hexadecimal(text, at: at) ?? 0xFFFD
    var next = at + 4
    var value = first
    if (0xD800...0xDBFF).contains(first), next + 6 <= end, text[next] == UInt8(ascii: "\\"),
      text[next + 1] == UInt8(ascii: "u"), let second = hexadecimal(text, at: next + 2),
      (0xDC00...0xDFFF).contains(second)
    {
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      next += 6
    }
    bytes.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    return next
  }

  /// A hash of a key that reads at most eight of its bytes.
  @inline(__always)
  static func hash(_ text: Span<UInt8>, from start: Int, to end: Int) -> UInt16 {
    let count = end - start
    var value = UInt32(truncatingIfNeeded: count) &* 0x9E37_79B1
    if count >= 8 {
      let first = text.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)
      let last = text.bytes.unsafeLoadUnaligned(fromByteOffset: end - 4, as: UInt32.self)
      value = (value ^ first) &* 0x85EB_CA77
      value = (value ^ last) &* 0xC2B2_AE3D
    } else {
      for offset in start..<end { value = (value ^ UInt32(text[offset])) &* 0x85EB_CA77 }
    }
    return UInt16(truncatingIfNeeded: value ^ value >> 16)
  }
}
