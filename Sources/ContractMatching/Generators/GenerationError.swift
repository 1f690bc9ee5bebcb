package import JSONText

/// Why a value cannot be generated.
package struct GenerationError: Error, Sendable {
  /// What is wrong and what to do.
  package var message: String
  /// The generator, whose position names the line of the file; `nil` until it is known.
  package var definition: JSONValue?

  package init(_ message: String, definition: JSONValue? = nil) {
    self.message = message
    self.definition = definition
  }
}
