import JSONText

/// Single values.
extension JSONPattern {
  init(_ leaf: LeafPattern) { node = .leaf(leaf) }

  /// Any text. Writes the rule `type`.
  public static func string(_ example: String) -> JSONPattern {
    JSONPattern(LeafPattern.string(example))
  }

  /// A number without fraction and exponent. Writes the rule `integer`.
  public static func integer(_ example: Int) -> JSONPattern {
    JSONPattern(LeafPattern.integer(example))
  }

  /// A number with a fraction or an exponent. Writes the rule `decimal`.
  public static func decimal(_ example: Double) -> JSONPattern {
    JSONPattern(LeafPattern.number(example, rule: "decimal"))
  }

  /// Any number. Writes the rule `number`.
  public static func number(_ example: Double) -> JSONPattern {
    JSONPattern(LeafPattern.number(example, rule: "number"))
  }

  /// Any number, with a whole one as example. Writes the rule `number`.
  public static func number(_ example: Int) -> JSONPattern {
    JSONPattern(LeafPattern.number(example))
  }

  /// `true` or `false`. Writes the rule `boolean`.
  public static func boolean(_ example: Bool = true) -> JSONPattern {
    JSONPattern(LeafPattern.boolean(example))
  }

  /// `null`, by the rule of that name.
  public static let null: JSONPattern = JSONPattern(
    .ruled(nil, RuleList([Rule.named("null")])))

  /// A text that a regular expression matches as a whole. Writes the rule `regex`.
  ///
  /// ```swift
  /// "sku": .matching(#"[A-Z]-\d+"#, example: "A-1")
  /// ```
  ///
  /// - Parameters:
  ///   - expression: a regular expression of PCRE2. It is also asked for the JSON text of a value that is
  ///     no text.
  ///   - example: a text that it matches.
  public static func matching(_ expression: String, example: String) -> JSONPattern {
    JSONPattern(LeafPattern.matching(expression, example))
  }

  /// A text that has another one in it. Writes the rule `include`.
  ///
  /// - Parameters:
  ///   - text: the text to find.
  ///   - example: a text that has it; the text itself when there is none.
  public static func include(_ text: String, example: String? = nil) -> JSONPattern {
    JSONPattern(LeafPattern.include(text, example))
  }

  /// A date with a time. Writes the rule `datetime`.
  ///
  /// - Parameter format: the format in the letters of Java's `DateTimeFormatter`.
  public static func dateTime(
    _ example: String = "2026-01-31T12:00:00Z", format: String = "yyyy-MM-dd'T'HH:mm:ssXXX"
  ) -> JSONPattern {
    JSONPattern(LeafPattern.date("datetime", example, format))
  }

  /// A date. Writes the rule `date`.
  ///
  /// - Parameter format: the format in the letters of Java's `DateTimeFormatter`.
  public static func date(
    _ example: String = "2026-01-31", format: String = "yyyy-MM-dd"
  ) -> JSONPattern {
    JSONPattern(LeafPattern.date("date", example, format))
  }

  /// A time. Writes the rule `time`.
  ///
  /// - Parameter format: the format in the letters of Java's `DateTimeFormatter`.
  public static func time(
    _ example: String = "12:00:00", format: String = "HH:mm:ss"
  ) -> JSONPattern {
    JSONPattern(LeafPattern.date("time", example, format))
  }

  /// A UUID with hyphens, in any case of letters. Writes the rule `regex`.
  public static func uuid(
    _ example: String = "6f1d9a3e-0c1b-4f6e-9f57-2b8a6c0d4e11"
  ) -> JSONPattern {
    JSONPattern(LeafPattern.uuid(example))
  }

  /// A semantic version. Writes the rule `semver`.
  public static func semver(_ example: String = "1.2.3") -> JSONPattern {
    JSONPattern(LeafPattern.semver(example))
  }

  /// Base64 of contents of a media type, told by their first bytes. Writes the rule `contentType`.
  ///
  /// - Parameters:
  ///   - type: the media type, e.g. `image/png`.
  ///   - example: the base64 of such contents.
  public static func contentType(_ type: String, example: String) -> JSONPattern {
    JSONPattern(LeafPattern.contentType(type, example))
  }
}
