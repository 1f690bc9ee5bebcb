package import ContractModel

extension TextDecoding {
  /// Encodes a text; UTF-16 begins with a byte order mark.
  ///
  /// - Parameter charset: the name of the character set in any case.
  /// - Returns: the bytes, or `nil` when the character set is not known or has not all of the
  ///   characters.
  static func bytes(of text: String, charset: String) -> [UInt8]? {
    switch encoding(charset) {
    case .utf8: return Array(text.utf8)
    case .singleByte(let table):
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        if scalar.isASCII {
          bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else if let place = table.firstIndex(of: scalar) {
          bytes.append(UInt8(truncatingIfNeeded: 0x80 + place))
        } else {
          return nil
        }
      }
      return bytes
    case .utf16: return [0xFE, 0xFF] + text.utf16.flatMap(\.bigEndianBytes)
    case .utf16BigEndian: return text.utf16.flatMap(\.bigEndianBytes)
    case .utf16LittleEndian: return text.utf16.flatMap { $0.bigEndianBytes.reversed() }
    case nil: return nil
    }
  }
}

extension UInt16 {
  fileprivate var bigEndianBytes: [UInt8] {
    [UInt8(truncatingIfNeeded: self >> 8), UInt8(truncatingIfNeeded: self)]
  }
}

extension Body {
  /// The bytes of the body on the wire, text in the character set that its media type names.
  ///
  /// - Parameter contentType: what the headers say; what the body itself says comes after it.
  package func bytes(contentType: String?) -> [UInt8]? {
    guard case .text(let text) = content, let type = contentType ?? self.contentType,
      let charset = MediaType(type).charset
    else { return bytes }
    return TextDecoding.bytes(of: text, charset: charset) ?? bytes
  }
}
