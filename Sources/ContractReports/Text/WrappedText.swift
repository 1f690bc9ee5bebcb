/// Breaks a sentence into lines that fit a terminal.
enum WrappedText {
  /// In less columns than these a terminal does it better by itself.
  private static let narrowest = 40

  /// The lines, each with its indentation; those after the first have two more spaces.
  ///
  /// A word that is longer than a line is not broken, so that it can be copied.
  ///
  /// - Parameters:
  ///   - sentence: the text, without line ends.
  ///   - indentation: what stands before every line.
  ///   - width: how many characters fit; `nil` for any number.
  static func lines(of sentence: String, indentation: String, width: Int?) -> [String] {
    guard let width, width >= narrowest, indentation.count + sentence.count > width else {
      return [indentation + sentence]
    }
    var lines: [String] = []
    var line = indentation
    var count = indentation.count
    var isEmpty = true
    for word in sentence.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, count + 1 + word.count > width {
        lines.append(line)
        line = indentation + "  "
        count = indentation.count + 2
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      count += word.count + (isEmpty ? 0 : 1)
      isEmpty = false
    }
    return lines + [line]
  }
}
