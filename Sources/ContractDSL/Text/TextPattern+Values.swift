public import JSONText

/// Single values. They say what their counterparts of ``JSONPattern`` say, of a text.
extension TextPattern {
  /// Any text.
  public static func string(_ example: String) -> TextPattern {
    TextPattern(LeafPattern.string(example))
  }

  /// Digits, with a sign or without.
  public static func integer(_ example: Int) -> TextPattern {
    TextPattern(LeafPattern.integer(example))
  }

  /// A number with a fraction or an exponent.
  public static func decimal(_ example: Double) -> TextPattern {
    TextPattern(LeafPattern.number(example, rule: "decimal"))
  }

  /// Any number.
  public static func number(_ example: Double) -> TextPattern {
    TextPattern(LeafPattern.number(example, rule: "number"))
  }

  /// Any number, with a whole one as example.
  public static func number(_ example: Int) -> TextPattern {
    TextPattern(LeafPattern.number(example))
  }

  /// `true` or `false`.
  public static func boolean(_ example: Bool = true) -> TextPattern {
    TextPattern(LeafPattern.boolean(example))
  }

  /// A text that a regular expression matches as a whole.
  ///
  /// - Parameters:
  ///   - expression: a regular expression of PCRE2.
  ///   - example: a text that it matches.
  public static func matching(_ expression: String, example: String) -> TextPattern {
    TextPattern(LeafPattern.matching(expression, example))
  }

  /// A text that has another one in it.
  ///
  /// - Parameters:
  ///   - text: the text to find.
  ///   - example: a text that has it; the text itself when there is none.
  public static func include(_ text: String, example: String? = nil) -> TextPattern {
    TextPattern(LeafPattern.include(text, example))
  }

  /// A date with a time.
  ///
  /// - Parameter format: the format in the letters of Java's `DateTimeFormatter`.
  public static func dateTime(
    _ example: String = "2026-01-31T12:00:00Z", format: String = "yyyy-MM-dd'T'HH:mm:ssXXX"
  ) -> TextPattern {
    TextPattern(LeafPattern.date("datetime", example, format))
  }

  /// A date.
  ///
  /// - Parameter format: the format in the letters of Java's `DateTimeFormatter`.
  public static func date(
    _ example: String = "2026-01-31", format: String = "yyyy-MM-dd"
  ) -> TextPattern {
    TextPattern(LeafPattern.date("date", example, format))
  }

  /// A time.
  ///
  /// - Parameter format: the format in the letters of Java's `DateTimeFormatter`.
  public static func time(
    _ example: String = "12:00:00", format: String = "HH:mm:ss"
  ) -> TextPattern {
    TextPattern(LeafPattern.date("time", example, format))
  }

  /// A UUID with hyphens, in any case of letters.
  public static func uuid(
    _ example: String = "6f1d9a3e-0c1b-4f6e-9f57-2b8a6c0d4e11"
  ) -> TextPattern {
    TextPattern(LeafPattern.uuid(example))
  }

  /// A semantic version.
  public static func semver(_ example: String = "1.2.3") -> TextPattern {
    TextPattern(LeafPattern.semver(example))
  }

  /// Any text that is not empty.
  public static func notEmpty(_ example: String) -> TextPattern {
    TextPattern(LeafPattern.notEmpty(example))
  }

  /// What a rule says that has no name here.
  ///
  /// - Parameters:
  ///   - rule: the rule as a contract file has it, e.g. `["match": "regex", "regex": "a+"]`.
  ///   - example: a text that holds to it.
  public static func rule(_ rule: JSONValue, example: String) -> TextPattern {
    TextPattern(LeafPattern.rule(rule, example))
  }
}
