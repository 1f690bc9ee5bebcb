/// A second of UTC in the proleptic Gregorian calendar.
package struct Timestamp: CustomStringConvertible {
  /// `YYYY-MM-DDThh:mm:ss`, without a zone.
  package let description: String

  /// Creates the timestamp of the second in which a moment lies.
  ///
  /// - Parameter seconds: seconds since 1970; what lies outside of the years 1 to 9999 becomes the
  ///   nearest second within, and what is not a number becomes 0.
  package init(secondsSince1970 seconds: Double) {
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

  /// Reads a time with its zone, e.g. `2026-01-31T12:00:00.5+01:00`, as ISO 8601 writes it.
  ///
  /// - Returns: `nil` when it is none; fractions of a second are dropped.
  package init?(parsing text: String) {
    let bytes = Array(text.utf8)
    let separators: [Int: UInt8] = [4: 0x2D, 7: 0x2D, 10: 0x54, 13: 0x3A, 16: 0x3A]
    guard bytes.count >= 20, separators.allSatisfy({ bytes[$0.key] == $0.value }),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]),
      let minute = Self.number(bytes[14..<16]), let second = Self.number(bytes[17..<19]),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    var zone = bytes[19...]
    if zone.first == UInt8(ascii: ".") {
      zone = zone.dropFirst().drop { (0x30...0x39).contains($0) }
    }
    guard let offset = Self.offset(zone) else { return nil }
    let days = Self.daysSince1970(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    self.init(secondsSince1970: Double(seconds))
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// The seconds that a zone is ahead of UTC: `Z`, `+01:00` or `+0100`.
  private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
    if zone.elementsEqual("Z".utf8) { return 0 }
    let digits = zone.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      digits.count == 4, let hours = number(digits[..<2]), let minutes = number(digits[2...])
    else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// The reverse of ``date(daysSince1970:)``.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = quotient(yearFromMarch, 400)
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
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
