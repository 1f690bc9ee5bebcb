/// Arithmetic that keeps the offset and stops at the first and the last year there is.
extension Moment {
  /// The same time of day, some days later.
  package func adding(days: Int) -> Moment {
    let days = date.daysSinceEpoch.addingSaturated(days).clamped(to: Self.days)
    return with(CivilDate(daysSinceEpoch: days))
  }

  /// The same day and time, some months later; a day that the month lacks is its last one.
  package func adding(months: Int) -> Moment {
    let months = (date.year * 12 + date.month - 1).addingSaturated(months)
    let (year, month) = months.flooredDivision(by: 12)
    return Moment(
      year: year, month: Self.years.contains(year) ? month + 1 : (year < 0 ? 1 : 12), day: date.day,
      hour: hour, minute: minute, second: second, nanosecond: nanosecond,
      offsetSeconds: offsetSeconds)
  }

  /// The same day and time, some years later; 29 February is 28 February in a common year.
  package func adding(years: Int) -> Moment { adding(months: years.multipliedSaturated(by: 12)) }

  /// The moment some seconds and nanoseconds later.
  package func adding(seconds: Int, nanoseconds: Int = 0) -> Moment {
    let unit = Self.nanosecondsPerSecond
    let (carry, rest) = nanoseconds.flooredDivision(by: unit)
    let (second, nanosecond) = (self.nanosecond + rest).flooredDivision(by: unit)
    return Moment(
      localSeconds: localSeconds.addingSaturated(seconds).addingSaturated(carry + second),
      nanosecond: nanosecond, offsetSeconds: offsetSeconds)
  }

  /// The start of the day at the offset.
  var midnight: Moment {
    Moment(year: year, month: month, day: day, offsetSeconds: offsetSeconds)
  }

  /// The same time of another day.
  func with(_ date: CivilDate) -> Moment {
    Moment(
      year: date.year, month: date.month, day: date.day, hour: hour, minute: minute, second: second,
      nanosecond: nanosecond, offsetSeconds: offsetSeconds)
  }
}
