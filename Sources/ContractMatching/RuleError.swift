package import JSONText

/// Why a matching rule cannot be used.
package struct RuleError: Error, Sendable {
  /// What is wrong and what to do.
  package var message: String
  /// The rule, whose position names the line of the file; `nil` until it is known.
  package var rule: JSONValue?

  package init(_ message: String, rule: JSONValue? = nil) {
    self.message = message
    self.rule = rule
  }
}
