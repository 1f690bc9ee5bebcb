extension String {
  /// The text as a reader sees an attribute of type `xs:token`: words with one space between them.
  var xmlToken: String {
    var copy = self
    let isToken = copy.withUTF8 { bytes in
      var previous = UInt8(ascii: " ")
      for byte in bytes {
        // U+FFFE and U+FFFF start with 0xEF; so does little else.
        if byte < 0x20 || (byte == 0x20 && previous == 0x20) || byte == 0xEF { return false }
        previous = byte
      }
      return previous != UInt8(ascii: " ")
    }
    if isToken { return self }
    return
      unicodeScalars
      .split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
      .map { word in
        var text = ""
        for scalar in word { text.unicodeScalars.append(scalar.isLegalInXML ? scalar : "\u{FFFD}") }
        return text
      }
      .joined(separator: " ")
  }

  /// Appends the text as the content of an element or as the value of an attribute.
  ///
  /// U+FFFD takes the place of the characters that no XML 1.0 document can hold. Escaping is done
  /// here because libxml2 checks no characters and turns every letter beyond ASCII in an attribute
  /// into a number, which nobody can read or search for.
  func appendXML(to output: inout [UInt8], inAttribute: Bool) {
    var copy = self
    copy.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        let length = bytes[index] == 0xEF ? 3 : 1
        if let replacement = Self.replacement(bytes, at: index, inAttribute: inAttribute) {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
          output.append(contentsOf: replacement.utf8)
          start = index + length
        }
        index += length
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  private static func replacement(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, inAttribute: Bool
  ) -> String? {
    switch bytes[index] {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): inAttribute ? "&quot;" : nil
    case 0x09: inAttribute ? "&#9;" : nil
    case 0x0A: inAttribute ? "&#10;" : nil
    case 0x0D: "&#13;"  // readers turn a bare one into a line feed
    case 0..<0x20: "\u{FFFD}"
    case 0xEF: bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? "\u{FFFD}" : nil
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether an XML 1.0 document can hold the character.
  fileprivate var isLegalInXML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20..<0xFFFE, 0x1_0000...: true
    default: false
    }
  }
}
