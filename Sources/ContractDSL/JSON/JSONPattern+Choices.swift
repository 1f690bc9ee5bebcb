/// Choices, states and combinations.
extension JSONPattern {
  /// One of several texts; the first is the example. Writes the rule `regex`.
  public static func oneOf(_ texts: String...) -> JSONPattern {
    JSONPattern(LeafPattern.oneOf(texts))
  }

  /// One of several numbers; the first is the example. Writes the rules `regex` and `integer`.
  public static func oneOf(_ numbers: Int...) -> JSONPattern {
    JSONPattern(LeafPattern.oneOf(numbers))
  }

  /// One of the raw values of an enumeration; the first is the example. Writes the rule `regex`.
  ///
  /// ```swift
  /// enum Status: String, CaseIterable { case pending, paid, shipped }
  /// …
  /// "status": .oneOf(Status.self)
  /// ```
  public static func oneOf<Value: CaseIterable & RawRepresentable>(
    _ type: Value.Type
  ) -> JSONPattern where Value.RawValue == String {
    JSONPattern(LeafPattern.oneOf(type.allCases.map(\.rawValue)))
  }

  /// One of the raw values of an enumeration; the first is the example.
  public static func oneOf<Value: CaseIterable & RawRepresentable>(
    _ type: Value.Type
  ) -> JSONPattern where Value.RawValue == Int {
    JSONPattern(LeafPattern.oneOf(type.allCases.map(\.rawValue)))
  }

  /// A value that the provider's state gives. Writes the generator `ProviderState`.
  ///
  /// ```swift
  /// request: .post("/payments", body: .json(["order": .state("orderID", example: 42)]))
  /// ```
  ///
  /// - Parameters:
  ///   - name: the name of the value in what the state returns.
  ///   - example: what stands there in the example. A literal allows any value of its kind, a pattern
  ///     what it says.
  public static func state(_ name: String, example: JSONPattern) -> JSONPattern {
    JSONPattern(.generated(example.isLiteral ? .like(example) : example, .state(name)))
  }

  /// The pattern with a value that is made anew for each request, instead of the example.
  ///
  /// - Parameter generator: what makes it.
  public func generated(by generator: ValueGenerator) -> JSONPattern {
    JSONPattern(.generated(self, generator))
  }

  /// This pattern or another; the example is this one's.
  ///
  /// ```swift
  /// "shippedAt": .dateTime("2026-01-31T12:00:00Z").or(.null)
  /// ```
  ///
  /// - Parameter other: a pattern for a single value.
  public func or(_ other: JSONPattern) -> JSONPattern {
    JSONPattern(.combined(self, other, isOr: true))
  }

  /// This pattern and another; the example is this one's.
  ///
  /// - Parameter other: a pattern for a single value.
  public func and(_ other: JSONPattern) -> JSONPattern {
    JSONPattern(.combined(self, other, isOr: false))
  }
}
