/// A text in the lines that a diff compares.
struct Layout {
  /// Deeper levels are not indented further: the lines of a deep text would grow with its depth.
  private static let deepest = 32

  /// The lines, without line ends.
  var lines: [String]
  /// Whether the text goes on where the last line ends.
  var isCut = false

  /// Creates a layout of lines.
  init(lines: [String], isCut: Bool = false) {
    self.lines = lines
    self.isCut = isCut
  }

  /// Lays out a plain text: a line for each of its lines.
  init(plain text: CutText) {
    lines = text.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String($0) ?? "" }
    isCut = text.isCut
  }

  /// A line with two spaces before it for each level.
  static func indented(_ line: String, _ depth: Int) -> String {
    String(repeating: "  ", count: min(max(depth, 0), deepest)) + line
  }

  /// Whether a line starts with a closing bracket or tag.
  static func isClosing(_ line: String) -> Bool {
    let text = line.utf8.drop { $0 == 0x20 }
    return text.first == UInt8(ascii: "}") || text.first == UInt8(ascii: "]")
      || text.starts(with: "</".utf8)
  }
}
