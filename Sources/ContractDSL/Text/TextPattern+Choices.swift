/// Choices, states and several values.
extension TextPattern {
  /// One of several texts; the first is the example.
  public static func oneOf(_ texts: String...) -> TextPattern {
    TextPattern(LeafPattern.oneOf(texts))
  }

  /// One of several numbers; the first is the example.
  public static func oneOf(_ numbers: Int...) -> TextPattern {
    TextPattern(LeafPattern.oneOf(numbers))
  }

  /// One of the raw values of an enumeration; the first is the example.
  public static func oneOf<Value: CaseIterable & RawRepresentable>(
    _ type: Value.Type
  ) -> TextPattern where Value.RawValue == String {
    TextPattern(LeafPattern.oneOf(type.allCases.map(\.rawValue)))
  }

  /// One of the raw values of an enumeration; the first is the example.
  public static func oneOf<Value: CaseIterable & RawRepresentable>(
    _ type: Value.Type
  ) -> TextPattern where Value.RawValue == Int {
    TextPattern(LeafPattern.oneOf(type.allCases.map(\.rawValue)))
  }

  /// A value that the provider's state gives.
  ///
  /// ```swift
  /// headers: [.authorization: "Bearer \(.state("token", example: "t0k3n"))"]
  /// ```
  ///
  /// - Parameters:
  ///   - name: the name of the value in what the state returns.
  ///   - example: what stands there in the example; a pattern also says what else may.
  public static func state(_ name: String, example: TextPattern) -> TextPattern {
    let loose = example.isLiteral ? .string(example.compiled().example) : example
    return loose.generated(by: .state(name))
  }

  /// A header field or query parameter with any number of such values.
  ///
  /// - Parameters:
  ///   - value: each value.
  ///   - min: the least number of values.
  ///   - max: the greatest number of values.
  public static func each(_ value: TextPattern, min: Int = 1, max: Int? = nil) -> TextPattern {
    TextPattern(.each(value, Bounds(min, max)))
  }

  /// This pattern or another; the example is this one's.
  public func or(_ other: TextPattern) -> TextPattern { combined(other, .or) }

  /// This pattern and another; the example is this one's.
  public func and(_ other: TextPattern) -> TextPattern { combined(other, .and) }

  /// The pattern with a value that is made anew for each request, instead of the example.
  ///
  /// - Parameter generator: what makes it.
  public func generated(by generator: ValueGenerator) -> TextPattern {
    var leaf = asLeaf()
    leaf.generator = generator
    return TextPattern(leaf)
  }
}
