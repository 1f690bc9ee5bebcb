package import JSONText

/// The body of a stub's response.
package enum StubBody: Sendable {
  /// There is none.
  case none
  /// A text.
  case text(String)
  /// A JSON value.
  case json(JSONValue)
  /// Bytes.
  case bytes([UInt8])
  /// The content of a file below `__files`.
  case file(String)
}
