package import JSONText

/// Why a stub mapping cannot be used: what, where, and what to do.
package struct StubProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what was expected.
  package var message: String
  /// The offending value in its document, as a JSON pointer (RFC 6901).
  package var pointer: String
  /// The line and column of the offending value.
  package var position: JSONPosition

  /// The message behind the pointer.
  package var description: String { pointer.isEmpty ? message : "\(pointer): \(message)" }

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - message: what is wrong and what was expected.
  ///   - value: the offending value, or the key of its member.
  ///   - pointer: where the value lies in its document.
  package init(_ message: String, at value: JSONValue, pointer: String) {
    self.message = message
    self.pointer = pointer
    position = value.position
  }
}
