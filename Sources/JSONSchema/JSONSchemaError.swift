public import JSONText

/// Why a schema cannot be used.
public struct JSONSchemaError: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var message: String
  /// Where the offending value lies in its document, as a JSON pointer (RFC 6901).
  public var pointer: String
  /// The line and column of the offending value.
  public var position: JSONPosition

  /// Creates an error about a value of a schema.
  init(_ message: String, at value: JSONValue) {
    self.message = message
    pointer = JSONPointer.locate([value.node], in: value.document.root)[value.node] ?? ""
    position = value.position
  }

  /// The message behind the position and the pointer.
  public var description: String { "\(position): \(pointer.isEmpty ? "/" : pointer): \(message)" }
}
