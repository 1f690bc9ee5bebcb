package import JSONText

/// Why a text is no template.
package struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what to do.
  package let message: String
  /// Where in the template.
  package let position: JSONPosition

  /// The message behind line and column.
  package var description: String { "\(position): \(message)" }
}

/// Why a template could not be rendered.
package struct TemplateFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  package let message: String
  /// Whether a limit was reached, which ends the rendering in every mode.
  package let isLimit: Bool

  /// Creates a failure.
  init(_ message: String, isLimit: Bool = false) {
    self.message = message
    self.isLimit = isLimit
  }

  /// The message.
  package var description: String { message }
}
