public import ContractModel
public import JSONText

extension ProviderState: ExpressibleByStringLiteral {
  /// Creates a state without parameters.
  public init(stringLiteral name: String) { self.init(name) }

  /// A state with parameters.
  ///
  /// ```swift
  /// given: "the shop is open", .state("an order exists", ["id": 42])
  /// ```
  ///
  /// - Parameters:
  ///   - name: the name that consumer and provider agreed on.
  ///   - parameters: a JSON object.
  public static func state(_ name: String, _ parameters: JSONValue) -> ProviderState {
    ProviderState(name, parameters: parameters)
  }
}
