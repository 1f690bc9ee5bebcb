/// A day of the proleptic Gregorian calendar, whose years have no limits here.
struct CivilDate: Sendable, Hashable {
  /// The year; 0 is the year before the year 1.
  let year: Int
  /// The month, 1 to 12.
  let month: Int
  /// The day of the month, from 1.
  let day: Int

  /// Takes a date that exists.
  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Finds the date of a day.
  ///
  /// - Parameter days: the days since 1 January 1970.
  init(daysSinceEpoch days: Int) {
    let days = days + Self.daysBefore1970
    // The mean length of a year finds the year or a neighbour of it.
    var year = (days * 400).flooredDivision(by: Self.daysIn400Years).quotient + 1
    while Self.daysBefore(year: year) > days { year -= 1 }
    while Self.daysBefore(year: year + 1) <= days { year += 1 }
    var rest = days - Self.daysBefore(year: year)
    var month = 1
    while month < 12, rest >= Self.length(ofMonth: month, year: year) {
      rest -= Self.length(ofMonth: month, year: year)
      month += 1
    }
    self.init(year: year, month: month, day: rest + 1)
  }

  private static let daysIn400Years = 146_097
  private static let daysBefore1970 = 719_162

  /// The days since 1 January 1970.
  var daysSinceEpoch: Int {
    Self.daysBefore(year: year) + dayOfYear - 1 - Self.daysBefore1970
  }

  /// The day of the year, from 1.
  var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + Self.length(ofMonth: $1, year: year) }
  }

  /// The day of the week: 1 is Monday.
  var weekday: Int {
    // 1 January 1970 was a Thursday.
    (daysSinceEpoch + 3).flooredDivision(by: 7).remainder + 1
  }

  /// Whether a year has a 29 February.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a year.
  static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

  /// The number of days of a month, 1 to 12.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days from 1 January of the year 1 to 1 January of a year.
  private static func daysBefore(year: Int) -> Int {
    let years = year - 1
    return years * 365 + years.flooredDivision(by: 4).quotient
      - years.flooredDivision(by: 100).quotient + years.flooredDivision(by: 400).quotient
  }
}
