import JSONText

/// What a text of a request has to be like, as a contract says it.
struct TextCondition {
  /// Whether there has to be a text.
  enum Presence {
    case required, optional, absent
  }

  /// Whether there has to be a text.
  var presence: Presence = .required
  /// A text that fits.
  var example: String = ""
  /// The rules for others; with none only the example fits.
  var rules: [JSONValue] = []
  /// Whether one of the rules is enough.
  var isAnyOf: Bool = false
  /// An expression for the texts that fit, where they stand within a larger one.
  var expression: String?

  /// Any text.
  static let anyText = TextCondition(
    example: "any", rules: [Rule.anything], expression: "[\\s\\S]*")
}
