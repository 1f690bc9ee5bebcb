import JSONText

/// Tells the media type of bytes by the bytes alone, from an own table: the same on every machine.
enum ContentDetection {
  /// The media type of what nothing is known about.
  static let unknown: String = "application/octet-stream"

  /// The media type that the bytes seem to have.
  ///
  /// - Returns: a type without parameters; `text/plain` for any other UTF-8 text without control
  ///   characters, `application/octet-stream` when nothing fits or there are no bytes.
  static func mediaType(of bytes: [UInt8]) -> String {
    binary(bytes) ?? text(bytes) ?? unknown
  }

  private static func binary(_ bytes: [UInt8]) -> String? {
    MagicNumber.table.first { $0.matches(bytes) }?.type
      ?? ZipContent.mediaType(of: bytes)
      ?? MediaContainer.mediaType(of: bytes)
      ?? parquet(bytes)
  }

  private static func parquet(_ bytes: [UInt8]) -> String? {
    let mark = Array("PAR1".utf8)
    guard bytes.count >= 12, bytes.starts(with: mark), bytes.suffix(4).elementsEqual(mark) else {
      return nil
    }
    return "application/vnd.apache.parquet"
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    if let type = MarkupScanner.mediaType(of: bytes) { return type }
    guard isText(bytes) else { return nil }
    return isJSONContainer(bytes) ? "application/json" : "text/plain"
  }

  /// Whether bytes are UTF-8 without control characters but line ends, tabs and form feeds.
  static func isText(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty else { return false }
    let isPrintable = bytes.allSatisfy { byte in
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D: true
      case 0..<0x20, 0x7F: false
      default: true
      }
    }
    return isPrintable && String(validating: bytes, as: UTF8.self) != nil
  }

  private static func isJSONContainer(_ bytes: [UInt8]) -> Bool {
    let first = bytes.dropFirst(MarkupCursor.markLength(bytes)).first {
      !MarkupCursor.isSpace($0)
    }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    return (try? JSONDocument(parsing: bytes)) != nil
  }
}
