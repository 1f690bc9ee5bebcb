import JSONText

extension JSONPattern: ExpressibleByDictionaryLiteral {
  /// Creates an object with these keys, in this order.
  public init(dictionaryLiteral members: (String, JSONPattern)...) {
    node = .object(members.map { Member(name: $0, value: $1) })
  }
}

extension JSONPattern: ExpressibleByArrayLiteral {
  /// Creates an array with these elements and no others.
  public init(arrayLiteral elements: JSONPattern...) { node = .array(elements) }
}

extension JSONPattern: ExpressibleByStringInterpolation {
  /// Creates a pattern that holds for one text and no other.
  public init(stringLiteral text: String) { node = .text(TextPattern(text)) }

  /// Creates a text with patterns in it.
  public init(stringInterpolation text: TextPattern.StringInterpolation) {
    node = .text(TextPattern(stringInterpolation: text))
  }
}

extension JSONPattern: ExpressibleByIntegerLiteral {
  /// Creates a pattern that holds for one whole number; `1.0` is none.
  public init(integerLiteral number: Int) {
    node = .scalar(.make { $0.number(String(number)) })
  }
}

extension JSONPattern: ExpressibleByFloatLiteral {
  /// Creates a pattern that holds for one number with a fraction.
  public init(floatLiteral number: Double) {
    node =
      number.isFinite
      ? .scalar(.make { $0.number(number.description) })
      : .invalid("\(number) is no number in JSON")
  }
}

extension JSONPattern: ExpressibleByBooleanLiteral {
  /// Creates a pattern that holds for `true` or for `false`.
  public init(booleanLiteral boolean: Bool) { node = .scalar(.make { $0.boolean(boolean) }) }
}

extension JSONPattern: ExpressibleByNilLiteral {
  /// Creates a pattern that holds for `null`.
  public init(nilLiteral: ()) { node = .scalar(.null) }
}
