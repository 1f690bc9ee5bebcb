/// A second of UTC in the proleptic Gregorian calendar.
struct Timestamp: CustomStringConvertible {
  /// `YYYY-MM-DDThh:mm:ss`, without a zone.
  let description: String

  /// Creates the timestamp of the second in which a moment lies.
  ///
  /// - Parameter seconds: seconds since 1970; what lies outside of the years 1 to 9999 becomes the
  ///   nearest second within, and what is not a number becomes 0.
  init(secondsSince1970 seconds: Double) {
    let clamped = seconds.isNaN ? 0 : min(max(seconds, -62_135_596_800), 253_402_300_799)
    let truncated = Int(clamped)
    let second = Double(truncated) > clamped ? truncated - 1 : truncated
    let day = Self.quotient(second, 86_400)
    let time = second - day * 86_400
    let date = Self.date(daysSince1970: day)
    description =
      Self.padded(date.year, to: 4) + "-" + Self.padded(date.month, to: 2) + "-"
      + Self.padded(date.day, to: 2) + "T" + Self.padded(time / 3_600, to: 2) + ":"
      + Self.padded(time / 60 % 60, to: 2) + ":" + Self.padded(time % 60, to: 2)
  }

  /// The date of a day.
  ///
  /// Years are counted from March, so that the leap day is the last of its year and the lengths of
  /// the months before it follow a straight line: 153 days in 5 months.
  private static func date(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let days = daysSince1970 + 719_468  // since 1 March of the year 0
    let era = quotient(days, 146_097)  // of 400 years
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// The quotient rounded down, also before 1970.
  private static func quotient(_ dividend: Int, _ divisor: Int) -> Int {
    (dividend - (dividend < 0 ? divisor - 1 : 0)) / divisor
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
