/// Why a text is no JSONPath.
package struct JSONPathError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, and what is expected instead.
  package let message: String
  /// Where in the path, in Unicode scalars from 1.
  package let column: Int
  /// The path.
  package let path: String

  /// The message with the path and the column.
  package var description: String {
    "the JSONPath '\(path)' is not valid at column \(column): \(message)"
  }
}

/// Why a path could not be evaluated.
package struct JSONPathFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  package let description: String

  static let tooManySteps = JSONPathFailure(
    description: "the JSONPath takes too many steps on this document; make it more specific")
}
