/// Bytes that tell a media type by standing at a certain place.
struct MagicNumber: Sendable {
  /// Where the bytes stand.
  let offset: Int
  /// The bytes, each with the bits of it that count.
  let pattern: [(byte: UInt8, mask: UInt8)]
  /// The media type that they tell.
  let type: String

  /// Creates a line of the table.
  ///
  /// - Parameters:
  ///   - offset: where the bytes stand.
  ///   - pattern: the bytes in hexadecimal; a `.` stands for any digit, spaces mean nothing.
  ///   - type: the media type that they tell.
  init(_ offset: Int, _ pattern: String, _ type: String) {
    self.offset = offset
    self.type = type
    let digits = Array(pattern.utf8).filter { $0 != UInt8(ascii: " ") }
    self.pattern = stride(from: 0, to: digits.count - 1, by: 2).map { place in
      let (high, low) = (HexDigit.value(digits[place]), HexDigit.value(digits[place + 1]))
      return (
        byte: (high ?? 0) << 4 | (low ?? 0),
        mask: (high == nil ? 0 : 0xF0) | (low == nil ? 0 : 0x0F)
      )
    }
  }

  /// Whether a body has the bytes at their place.
  func matches(_ bytes: [UInt8]) -> Bool {
    guard bytes.count - offset >= pattern.count else { return false }
    return zip(pattern, bytes.dropFirst(offset)).allSatisfy { wanted, byte in
      byte & wanted.mask == wanted.byte
    }
  }
}
