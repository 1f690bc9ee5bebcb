/// An expression of a Date, Time or DateTime generator, such as `next week @ + 1 hour`.
///
/// Dates: `now`, `today`, `tomorrow`, `yesterday`, `next` or `last` with `day`, `week`,
/// `fortnight`, `month`, `year`, a weekday or a month (its first day), then any number of
/// `+ 2 weeks` and `- 1 day`. They keep the time of day. Times: `now`, `noon`, `midnight`,
/// `1 o'clock`, `1 o'clock am`, `1 o'clock pm`, `next` or `last` with a unit, then any number of
/// `+ 10 minutes`. A date with a time has `@` between them. What is empty changes nothing.
///
/// This is what Pact in Rust and on the JVM agree on, with more abbreviations and upper case. Where
/// they differ it is Rust: a weekday is never today, and any number of additions may follow. There
/// is one exception. Where a day or hour does not exist, Rust falls back on another (31 January + 1
/// month is 1 February, 29 February + 1 year is itself, 12 o'clock pm is now); here, as on the JVM,
/// it is the last day of the month, and hour 24 is the next midnight.
package struct DateTimeExpression: Sendable {
  /// Which parts an expression has.
  package enum Kind: Sendable {
    /// A date.
    case date
    /// A time.
    case time
    /// A date, and a time after `@`.
    case dateTime
  }

  private let steps: [DateTimeStep]

  /// Reads an expression.
  ///
  /// - Throws: ``RuleError`` with the expression, the place and what is expected there.
  package init(_ text: String, _ kind: Kind) throws(RuleError) {
    var parser = DateTimeExpressionParser(text)
    steps = try parser.run(kind)
  }

  /// The moment that the expression means, seen from another.
  package func moment(from base: Moment) -> Moment {
    steps.reduce(base) { moment, step in step.apply(to: moment) }
  }
}
