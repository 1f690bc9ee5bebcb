extension ValueGenerator {
  /// A random whole number.
  public static func randomInteger(in range: ClosedRange<Int>) -> ValueGenerator {
    ValueGenerator("RandomInt") { writer in
      writer.member("min", range.lowerBound)
      writer.member("max", range.upperBound)
    }
  }

  /// A random number with a fraction.
  public static func randomDecimal(digits: Int = 10) -> ValueGenerator {
    ValueGenerator("RandomDecimal") { $0.member("digits", digits) }
  }

  /// Random hexadecimal digits.
  public static func randomHexadecimal(digits: Int = 10) -> ValueGenerator {
    ValueGenerator("RandomHexadecimal") { $0.member("digits", digits) }
  }

  /// Random letters and digits.
  public static func randomString(size: Int = 10) -> ValueGenerator {
    ValueGenerator("RandomString") { $0.member("size", size) }
  }

  /// A random boolean.
  public static let randomBoolean: ValueGenerator = ValueGenerator("RandomBoolean")

  /// A text that a regular expression matches.
  public static func matching(_ expression: String) -> ValueGenerator {
    ValueGenerator("Regex") { $0.member("regex", expression) }
  }

  /// How a UUID is spelt.
  public enum UUIDFormat: String, Sendable, Hashable {
    /// 32 digits without hyphens.
    case simple
    /// With hyphens, in lower case.
    case lowerCase = "lower-case-hyphenated"
    /// With hyphens, in upper case.
    case upperCase = "upper-case-hyphenated"
    /// `urn:uuid:` and the digits with hyphens.
    case urn = "URN"
  }

  /// A random UUID.
  public static let uuid: ValueGenerator = ValueGenerator("Uuid")

  /// A random UUID in one of its spellings.
  public static func uuid(_ format: UUIDFormat) -> ValueGenerator {
    ValueGenerator("Uuid") { $0.member("format", format.rawValue) }
  }

  /// A date: today, or what an expression says.
  ///
  /// - Parameters:
  ///   - format: the format in the letters of Java's `DateTimeFormatter`.
  ///   - expression: e.g. `today + 1 month`.
  public static func date(format: String? = nil, expression: String? = nil) -> ValueGenerator {
    moment("Date", format, expression)
  }

  /// A time: now, or what an expression says.
  ///
  /// - Parameters:
  ///   - format: the format in the letters of Java's `DateTimeFormatter`.
  ///   - expression: e.g. `now + 1 hour`.
  public static func time(format: String? = nil, expression: String? = nil) -> ValueGenerator {
    moment("Time", format, expression)
  }

  /// A date with a time: now, or what an expression says.
  ///
  /// - Parameters:
  ///   - format: the format in the letters of Java's `DateTimeFormatter`.
  ///   - expression: e.g. `next monday @ + 1 hour`.
  public static func dateTime(format: String? = nil, expression: String? = nil) -> ValueGenerator {
    moment("DateTime", format, expression)
  }

  private static func moment(
    _ type: String, _ format: String?, _ expression: String?
  ) -> ValueGenerator {
    ValueGenerator(type) { writer in
      if let format { writer.member("format", format) }
      if let expression { writer.member("expression", expression) }
    }
  }
}
