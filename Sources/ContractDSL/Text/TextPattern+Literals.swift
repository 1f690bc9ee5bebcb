extension TextPattern: ExpressibleByStringInterpolation {
  /// Creates a pattern that holds for one text and no other.
  public init(stringLiteral text: String) { self.init(text) }

  /// Creates a pattern from a literal with patterns in it.
  public init(stringInterpolation text: StringInterpolation) { self.init(.pieces(text.pieces)) }

  /// A text that is put together from literal parts and patterns.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var pieces: [Piece] = []
    /// A list was put into a text.
    private static let list = LeafPattern(
      "", [], .none, problem: "a list of values cannot stand within a text")

    /// Creates an empty text.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Appends a literal part.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
    }

    /// Appends a value as it is.
    ///
    /// - Parameter value: a string, a number or a boolean, whose text is exact.
    public mutating func appendInterpolation(_ value: some LosslessStringConvertible) {
      appendLiteral(value.description)
    }

    /// Appends a pattern.
    ///
    /// - Parameter pattern: e.g. `.integer(42)`.
    public mutating func appendInterpolation(_ pattern: TextPattern) {
      switch pattern.content {
      case .pieces(let more): pieces += more
      case .list, .each: pieces.append(.leaf(Self.list))
      }
    }

    /// Appends a value that the provider's state gives.
    ///
    /// ```swift
    /// request: .get("/orders/\(state: "orderID", example: 42)")
    /// ```
    ///
    /// - Parameters:
    ///   - name: the name of the value in what the state returns.
    ///   - example: what stands there in the example.
    public mutating func appendInterpolation(
      state name: String, example: some LosslessStringConvertible
    ) {
      appendInterpolation(TextPattern.state(name, example: TextPattern(example.description)))
    }
  }
}

extension TextPattern: ExpressibleByIntegerLiteral {
  /// Creates a pattern that holds for the digits of a number.
  public init(integerLiteral number: Int) { self.init(String(number)) }
}

extension TextPattern: ExpressibleByBooleanLiteral {
  /// Creates a pattern that holds for `true` or for `false`.
  public init(booleanLiteral boolean: Bool) { self.init(String(boolean)) }
}

extension TextPattern: ExpressibleByArrayLiteral {
  /// Creates a header field or query parameter with several values.
  public init(arrayLiteral values: TextPattern...) { self.init(.list(values)) }
}
