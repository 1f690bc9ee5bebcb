/// The reason why a text is not XML that can be compared, and where.
struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, e.g. `document type declarations are not allowed`.
  var message: String
  /// The line, from 1.
  var line: Int
  /// The column, from 1.
  var column: Int

  /// Creates an error.
  init(_ message: String, line: Int = 1, column: Int = 1) {
    self.message = message
    self.line = max(line, 1)
    self.column = max(column, 1)
  }

  /// `line:column: message`.
  var description: String { "\(line):\(column): \(message)" }
}
