extension String {
  /// The text, or its start, as inline code that shows every character as it is.
  ///
  /// It stands between `<code>` tags and not between backticks, because only there it can be in a
  /// table and in a `summary`, too. What Markdown or HTML would take for markup is a number, which
  /// neither does; people and issues that the text names are not notified from within code.
  ///
  /// - Parameter limit: how many bytes are shown at most; escaped control characters may need more.
  func markdownCode(upTo limit: Int) -> String {
    var text = "<code>"
    var previous: Unicode.Scalar = " "
    for scalar in capped(limit).visible.capped(2 * limit + 40).unicodeScalars {
      if Self.isMarkup(scalar) || (scalar == "." && (previous == "w" || previous == "W")) {
        text += "&#\(scalar.value);"
      } else {
        text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return text + "</code>"
  }

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "&", "<", ">", "\\", "`", "*", "_", "~", "[", "]", "|", ":", "@", "#", "$", "!":
      true
    default: false
    }
  }

  /// The text, whose lines are shown as they are, as a fenced block.
  ///
  /// The fence is longer than any run of backticks in the text, so that nothing in it ends it.
  ///
  /// - Parameter language: what the lines are.
  func markdownBlock(_ language: StaticString) -> String {
    var (longest, run) = (2, 0)
    for byte in utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(language)\n\(self)\n\(fence)\n"
  }
}
