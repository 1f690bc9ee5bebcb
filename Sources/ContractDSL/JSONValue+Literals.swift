public import JSONText

/// JSON without patterns, e.g. the parameters of a provider state.
extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Creates an object with these members, in this order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .make { writer in
      writer.object { writer in for (name, value) in members { writer.member(name, value) } }
    }
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// Creates an array with these elements.
  public init(arrayLiteral elements: JSONValue...) {
    self = .make { writer in
      writer.array { writer in for element in elements { writer.value(element) } }
    }
  }
}

extension JSONValue: ExpressibleByStringInterpolation {
  /// Creates a string.
  public init(stringLiteral text: String) { self = .string(text) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// Creates a number without a fraction.
  public init(integerLiteral number: Int) { self = .make { $0.number(String(number)) } }
}

extension JSONValue: ExpressibleByFloatLiteral {
  /// Creates a number with a fraction.
  public init(floatLiteral number: Double) { self = .make { $0.number(number.description) } }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  /// Creates a boolean.
  public init(booleanLiteral boolean: Bool) { self = .make { $0.boolean(boolean) } }
}

/// JSON out of values that are known when it runs, e.g. what a provider state returns.
extension JSONValue {
  /// Creates a number without a fraction.
  public static func integer(_ number: Int) -> JSONValue { .make { $0.number(String(number)) } }

  /// Creates a number; one that is not finite, which JSON cannot say, becomes `null`.
  public static func number(_ number: Double) -> JSONValue {
    number.isFinite ? .make { $0.number(number.description) } : .null
  }

  /// Creates a boolean.
  public static func boolean(_ boolean: Bool) -> JSONValue { .make { $0.boolean(boolean) } }
}
