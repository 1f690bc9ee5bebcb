/// A pattern for dates and times in the letters of `java.time.format.DateTimeFormatter`.
///
/// Letters are G u y Y Q q M L d D w W F E e c a B h H k K m s S A n N V z O X x Z p; text stands
/// in single quotes, and what may be missing in square brackets. Texts are English and have to be
/// written in the same case: `Mar`, `March`, `Fri`, `Friday`, `AM`, `AD`, `Q1`, `in the morning`.
/// Weeks are printed as ISO 8601 counts them; of those that are read only the range is checked,
/// since another first day of the week gives another number.
///
/// As in Java, digits next to each other are told apart when all numbers but the first have a fixed
/// count of digits: `yyyyMMdd` can be read and `yyyyMd` cannot.
package struct DateTimePattern: Sendable {
  /// The pattern of dates for which none is given.
  package static let defaultDate = "yyyy-MM-dd"
  /// The pattern of times for which none is given.
  package static let defaultTime = "HH:mm:ss"
  /// The pattern of dates with a time for which none is given.
  package static let defaultDateTime = "yyyy-MM-dd'T'HH:mm:ssXXX"

  /// The pattern as it was written.
  package let pattern: String
  let elements: [PatternElement]

  /// Compiles a pattern.
  ///
  /// - Throws: ``RuleError`` with the pattern, the place and what is allowed there.
  package init(_ pattern: String) throws(RuleError) {
    self.pattern = pattern
    var parser = DateTimePatternParser(pattern)
    elements = try parser.run()
  }

  /// Finds why a text is no date or time of this pattern; `nil` when it is one.
  ///
  /// The whole text has to match, and the date has to exist: there is no 30 February. A year of two
  /// digits may be of any century.
  package func difference(of text: String) -> String? {
    var reader = DateTimeReader(text)
    if let failure = reader.read(whole: elements) { return failure.message(in: text) }
    return reader.fields.fault ?? DateTimeCheck(reader.fields).difference
  }

  /// Prints a moment, such that ``difference(of:)`` finds none.
  ///
  /// There are exceptions, all of which Java has too: a pattern whose digits cannot be told apart,
  /// a value that is wider than its padding, and a year before the year 1 without the letter `G` or
  /// `u`.
  /// The zone is `UTC`, or the offset such as `GMT+01:00`.
  package func format(_ moment: Moment) -> String {
    var printer = DateTimePrinter(moment)
    printer.print(elements)
    return printer.text
  }
}
