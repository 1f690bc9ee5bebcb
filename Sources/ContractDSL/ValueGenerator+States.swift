extension ValueGenerator {
  /// What a value of a provider's state is converted to.
  public enum DataType: String, Sendable, Hashable {
    /// A text.
    case string = "STRING"
    /// A whole number; a fraction is cut off.
    case integer = "INTEGER"
    /// A number with a fraction.
    case decimal = "DECIMAL"
    /// `true` or `false`.
    case boolean = "BOOLEAN"
    /// The kind that the state gave.
    case raw = "RAW"
  }

  /// Values that the provider's state gives, within a text.
  ///
  /// - Parameters:
  ///   - expression: a text with names in it, e.g. `/orders/${orderID}`.
  ///   - type: what the value is converted to; the kind that the state gave when it is `nil`.
  public static func providerState(
    _ expression: String, as type: DataType? = nil
  ) -> ValueGenerator {
    ValueGenerator("ProviderState", stateExpression: expression) { writer in
      writer.member("expression", expression)
      if let type { writer.member("dataType", type.rawValue) }
    }
  }

  /// One value that the provider's state gives.
  static func state(_ name: String) -> ValueGenerator {
    let isName = !name.isEmpty && !name.contains("}") && !name.contains("${")
    return ValueGenerator(
      "ProviderState", stateExpression: "${\(name)}",
      problem: isName
        ? nil
        : "'\(name)' is no name of a value of a provider state; expressions are for"
          + " '.generated(by: .providerState(…))'"
    ) { $0.member("expression", "${\(name)}") }
  }

  /// The address of the mock, with a part of an example behind it.
  ///
  /// - Parameters:
  ///   - example: an address, e.g. `http://localhost:8080/orders/42`.
  ///   - expression: a regular expression whose first group finds that part, e.g. `.*(/orders/\d+)$`.
  public static func mockServerURL(
    example: String, matching expression: String
  ) -> ValueGenerator {
    ValueGenerator("MockServerURL") { writer in
      writer.member("example", example)
      writer.member("regex", expression)
    }
  }
}
