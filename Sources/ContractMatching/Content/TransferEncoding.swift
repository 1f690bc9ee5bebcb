import ContractModel

/// The transfer encodings of RFC 2045.
enum TransferEncoding {
  /// Undoes base64 and quoted-printable; content in any other encoding stays as it is.
  ///
  /// - Parameter encoding: the value of Content-Transfer-Encoding, or `nil` when there is none.
  /// - Returns: the content, or `nil` when it is not valid base64.
  static func decode(_ content: ArraySlice<UInt8>, _ encoding: String?) -> [UInt8]? {
    switch encoding?.lowercased() {
    case "base64": Base64.decode(String(decoding: content, as: UTF8.self))
    case "quoted-printable": quotedPrintable(content)
    default: Array(content)
    }
  }

  /// Decodes quoted-printable; what is no valid escape stays as it is.
  ///
  /// White space at the end of a line was added on the way and is dropped.
  private static func quotedPrintable(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    /// How much stays when the line ends here.
    var kept = 0
    var at = content.startIndex
    while at < content.endIndex {
      let byte = content[at]
      if byte == UInt8(ascii: "="), let end = softBreak(content, at) {
        at = end
        kept = decoded.count
        continue
      }
      if byte == UInt8(ascii: "="), let value = escape(content, at) {
        decoded.append(value)
        at += 3
        kept = decoded.count
        continue
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        decoded.removeLast(decoded.count - kept)
      }
      decoded.append(byte)
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { kept = decoded.count }
      at += 1
    }
    decoded.removeLast(decoded.count - kept)
    return decoded
  }

  /// The offset behind a `=` that ends a line without ending the text's line.
  private static func softBreak(_ content: ArraySlice<UInt8>, _ place: Int) -> Int? {
    var at = place + 1
    while at < content.endIndex, MultipartLines.isSpace(content[at]) { at += 1 }
    guard at < content.endIndex else { return at }
    return content[at] == UInt8(ascii: "\n") ? at + 1 : nil
  }

  private static func escape(_ content: ArraySlice<UInt8>, _ place: Int) -> UInt8? {
    guard place + 2 < content.endIndex, let high = HexDigit.value(content[place + 1]),
      let low = HexDigit.value(content[place + 2])
    else { return nil }
    return high << 4 | low
  }
}
