/// A place in a text, as an editor shows it.
public struct JSONPosition: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The line, counted from 1.
  public var line: Int
  /// The column in Unicode scalars, counted from 1.
  public var column: Int

  /// Creates a position from a line and a column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }

  /// Orders positions as they stand in the text.
  public static func < (left: JSONPosition, right: JSONPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The position in a text of a place whose position in a part of the text this is.
  package func shifted(by origin: JSONPosition) -> JSONPosition {
    JSONPosition(
      line: origin.line + line - 1, column: line == 1 ? origin.column + column - 1 : column)
  }

  /// The position of the byte at `offset` of `bytes`; an offset past the end is the end.
  package init(offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1  // continuation bytes belong to the scalar before them
      }
    }
    self.init(line: line, column: column)
  }
}
