/// The weeks of ISO 8601: they start on Monday, and the first one of a year has its first Thursday.
extension CivilDate {
  /// The year that the week of the day belongs to.
  var weekBasedYear: Int { thursday.year }

  /// The week of the week-based year, 1 to 53.
  var weekOfYear: Int { (thursday.dayOfYear - 1) / 7 + 1 }

  /// The week of the month: week 1 is the first that has four days of the month or more.
  var weekOfMonth: Int {
    let first = CivilDate(year: year, month: month, day: 1).weekday
    return (day + first - 2) / 7 + (first <= 4 ? 1 : 0)
  }

  /// Whether a week-based year has a week 53.
  static func hasWeek53(_ year: Int) -> Bool {
    CivilDate(year: year, month: 12, day: 28).weekOfYear == 53
  }

  /// The day that decides which year a week belongs to.
  private var thursday: CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + 4 - weekday) }
}
