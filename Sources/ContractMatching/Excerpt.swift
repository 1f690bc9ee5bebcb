import JSONText

/// Cuts what a mismatch tells of a value, so that a large body does not make a large report.
enum Excerpt {
  private static let limit = 4_096

  /// A text, or its start and how much is missing.
  static func of(_ text: String) -> String {
    let count = text.utf8.count
    guard count > limit else { return text }
    let start = String(decoding: text.utf8.prefix(limit), as: UTF8.self)
    return "\(start)… (\(count - limit) bytes more)"
  }

  /// Bytes as text where they are text, else their first 32 in hexadecimal.
  static func of(_ bytes: [UInt8]) -> String {
    guard let start = String(validating: whole(bytes.prefix(limit)), as: UTF8.self) else {
      return hexadecimal(bytes)
    }
    return bytes.count > limit ? "\(start)… (\(bytes.count - limit) bytes more)" : start
  }

  /// A JSON value as compact text, or its start.
  static func of(_ value: JSONValue) -> String {
    // A large value is not rendered only to be cut.
    value.byteRange.count > 4 * limit ? of(value.text) : of(value.description)
  }

  /// The first 32 bytes in hexadecimal.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.prefix(32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The bytes without a scalar that is cut at the end.
  private static func whole(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count == limit else { return bytes }
    var bytes = bytes
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return bytes
  }
}
