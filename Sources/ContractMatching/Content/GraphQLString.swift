/// Reads a string or a block string of a GraphQL document.
struct GraphQLString {
  private let bytes: [UInt8]
  /// Where the string starts; after reading, the offset behind it.
  private(set) var at: Int
  private static let quote = UInt8(ascii: "\"")

  /// Starts at a string.
  ///
  /// - Parameter at: the offset of the opening quote.
  init(_ bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
  }

  /// The value of the string, or `nil` when it does not end or has an escape that is not known.
  mutating func read() -> [UInt8]? {
    guard isQuote(0), isQuote(1) else { return line() }
    guard isQuote(2) else {
      at += 2
      return []
    }
    return block().map(GraphQLBlockString.value)
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    at + offset < bytes.count ? bytes[at + offset] : nil
  }

  private func isQuote(_ offset: Int) -> Bool { peek(offset) == Self.quote }

  private mutating func line() -> [UInt8]? {
    var value: [UInt8] = []
    at += 1
    while let byte = peek() {
      at += 1
      switch byte {
      case Self.quote: return value
      case UInt8(ascii: "\\"):
        guard escape(into: &value) else { return nil }
      case 0x20..., 0x09: value.append(byte)
      default: return nil
      }
    }
    return nil
  }

  private mutating func escape(into value: inout [UInt8]) -> Bool {
    guard let byte = peek() else { return false }
    at += 1
    switch byte {
    case Self.quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): value.append(byte)
    case UInt8(ascii: "b"): value.append(0x08)
    case UInt8(ascii: "f"): value.append(0x0C)
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = scalar() else { return false }
      value.append(contentsOf: String(scalar).utf8)
    default: return false
    }
    return true
  }

  /// The scalar of a `\u` escape, or of two that are a surrogate pair.
  private mutating func scalar() -> Unicode.Scalar? {
    guard let first = fourDigits() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") else { return nil }
    at += 2
    guard let second = fourDigits(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek().flatMap(HexDigit.value) else { return nil }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  /// What stands between the quotes of a block string; `\"""` there stands for `"""`.
  private mutating func block() -> [UInt8]? {
    var raw: [UInt8] = []
    at += 3
    while let byte = peek() {
      if isQuote(0), isQuote(1), isQuote(2) {
        at += 3
        return raw
      }
      if byte == UInt8(ascii: "\\"), isQuote(1), isQuote(2), isQuote(3) {
        raw.append(contentsOf: [Self.quote, Self.quote, Self.quote])
        at += 4
        continue
      }
      guard byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return nil }
      raw.append(byte)
      at += 1
    }
    return nil
  }
}
