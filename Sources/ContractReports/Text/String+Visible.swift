extension String {
  /// The text with its control characters escaped, so that a terminal shows and does not obey them.
  ///
  /// Line ends and tabs are escaped too: what comes from outside stays on its line and cannot pass
  /// for a line of the report.
  var visible: String { escaping { Self.isControl($0) } }

  /// The same for a command: its line ends and tabs stay, because they are part of the command.
  var visibleCommand: String {
    escaping { $0 != "\n" && $0 != "\t" && Self.isControl($0) }
  }

  private func escaping(_ isEscaped: (Unicode.Scalar) -> Bool) -> String {
    guard unicodeScalars.contains(where: isEscaped) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case _ where !isEscaped(scalar): text.unicodeScalars.append(scalar)
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return text
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x2028, 0x2029: true  // the separators of lines and paragraphs
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // turn the text around
    default: false
    }
  }
}
