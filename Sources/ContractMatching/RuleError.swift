public import JSONText

/// Why a matching rule cannot be used.
public struct RuleError: Error, Sendable {
  /// What is wrong and what to do.
  public var message: String
  /// The rule, whose position names the line of the file; `nil` until it is known.
  public var rule: JSONValue?

  /// Creates an error.
  public init(_ message: String, rule: JSONValue? = nil) {
    self.message = message
    self.rule = rule
  }
}
