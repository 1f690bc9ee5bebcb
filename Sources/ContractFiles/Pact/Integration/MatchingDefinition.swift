import JSONText

/// One part of an expression of the matching definition language, e.g. `matching(type, 'Name')`.
indirect enum MatchingDefinition: Sendable, Hashable {
  /// `matching(…)` or `notEmpty(…)`: a rule, what it is configured with (a regular expression, a
  /// format or a media type), and the example.
  case rule(MatcherName, configuration: String?, Example)
  /// `atLeast(…)`.
  case atLeast(Int)
  /// `atMost(…)`.
  case atMost(Int)
  /// `eachKey(…)`.
  case eachKey([MatchingDefinition])
  /// `eachValue(…)`.
  case eachValue([MatchingDefinition])
  /// `matching($'name')`: the value is like the member of that name.
  case reference(String)

  /// An example value.
  struct Example: Sendable, Hashable {
    /// The value: a string, a number, a boolean or `null`.
    var value: JSONValue
    /// The expression of `fromProviderState(…)`, which gives the value during a verification.
    var stateExpression: String?
  }
}

/// What is wrong with an expression.
struct MatchingDefinitionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The expression.
  var expression: String
  /// What is wrong, and at which character.
  var reason: String

  /// The expression and what is wrong with it.
  var description: String { "'\(expression)' is no matching definition: \(reason)" }
}
