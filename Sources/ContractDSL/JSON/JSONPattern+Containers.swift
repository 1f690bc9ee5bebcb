public import JSONText

/// Arrays, objects, and values of any kind.
extension JSONPattern {
  /// Any value with the keys and kinds of the example, whatever its literals are. Writes the rule `type`.
  ///
  /// ```swift
  /// .like(["sku": "A-1", "quantity": 2, "status": .oneOf("pending", "paid")])
  /// ```
  ///
  /// - Parameter example: a value whose literals only give their kind; patterns in it hold as they do
  ///   elsewhere. Arrays may have any number of elements.
  public static func like(_ example: JSONPattern) -> JSONPattern { JSONPattern(.like(example)) }

  /// This value, nothing more and nothing less. Writes the rule `equality`.
  ///
  /// - Parameter value: a literal without patterns.
  public static func exactly(_ value: JSONPattern) -> JSONPattern { JSONPattern(.exactly(value)) }

  /// An array of any number of such elements. Writes the rule `type`.
  ///
  /// ```swift
  /// "items": .each(["sku": .string("A-1"), "quantity": .integer(2)], max: 100)
  /// ```
  ///
  /// - Parameters:
  ///   - element: each element; the example has `min` of them, but at least one.
  ///   - min: the least number of elements.
  ///   - max: the greatest number of elements, or `nil` for any.
  public static func each(_ element: JSONPattern, min: Int = 1, max: Int? = nil) -> JSONPattern {
    JSONPattern(.each(element, Bounds(min, max)))
  }

  /// An object with any keys whose values are all such. Writes the rule `eachValue`, or `values`.
  ///
  /// ```swift
  /// "stock": .eachValue(.integer(7), keys: "A-1", "B-2")
  /// ```
  ///
  /// - Parameters:
  ///   - value: each value.
  ///   - keys: the keys of the example.
  public static func eachValue(_ value: JSONPattern, keys: String...) -> JSONPattern {
    JSONPattern(.entries(Entries(key: nil, value: value, keys: keys)))
  }

  /// An object whose keys and values are all such. Writes the rule `eachKey`, and that of ``eachValue``.
  ///
  /// ```swift
  /// "stock": .eachKey(.matching(#"[A-Z]-\d+"#, example: "A-1"), .integer(7))
  /// ```
  ///
  /// - Parameters:
  ///   - key: each key.
  ///   - value: each value.
  public static func eachKey(_ key: TextPattern, _ value: JSONPattern) -> JSONPattern {
    JSONPattern(.entries(Entries(key: key, value: value, keys: [key.compiled().example])))
  }

  /// An array with these elements in any order. Writes the rule `ignore-order`.
  ///
  /// - Parameters:
  ///   - elements: the elements, each of which is there once.
  ///   - min: the least number of elements; it or `max` allow others beside these.
  ///   - max: the greatest number of elements.
  public static func anyOrder(
    _ elements: JSONPattern..., min: Int? = nil, max: Int? = nil
  ) -> JSONPattern {
    JSONPattern(.anyOrder(elements, Bounds(min, max)))
  }

  /// An array in which each of these is found, among anything else. Writes the rule `arrayContains`.
  public static func containing(_ elements: JSONPattern...) -> JSONPattern {
    JSONPattern(.containing(elements))
  }

  /// Anything but `null`, an empty text, an empty array and an empty object. Writes the rule `notEmpty`.
  ///
  /// - Parameter example: a value that is not empty; of an array or object the content holds as well.
  public static func notEmpty(_ example: JSONPattern) -> JSONPattern {
    JSONPattern(.ruled(example, RuleList([Rule.named("notEmpty")])))
  }

  /// What a rule says that has no name here.
  ///
  /// - Parameters:
  ///   - rule: the rule as a contract file has it, e.g. `["match": "values"]`.
  ///   - example: a value that holds to it.
  public static func rule(_ rule: JSONValue, example: JSONPattern) -> JSONPattern {
    JSONPattern(.ruled(example, RuleList([rule])))
  }
}
