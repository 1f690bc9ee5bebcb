public import JSONText

/// A state that the provider has to be in before an interaction.
public struct ProviderState: Sendable, Hashable {
  /// The name that consumer and provider agreed on.
  public var name: String
  /// The parameters as a JSON object, or `nil` when there are none.
  public var parameters: JSONValue?

  /// Creates a state.
  public init(_ name: String, parameters: JSONValue? = nil) {
    self.name = name
    self.parameters = parameters
  }

  /// The value of a parameter; `nil` when there is none of that name.
  public subscript(name: String) -> JSONValue? { parameters?[name] }
}
