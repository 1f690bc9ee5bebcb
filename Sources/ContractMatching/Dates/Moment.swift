/// A moment on the proleptic Gregorian calendar, with its offset from UTC.
///
/// The fields are those of a clock at the offset. Years go from -999,999,999 to 999,999,999, and
/// arithmetic stops there. Two moments are equal when all their
/// fields are.
package struct Moment: Sendable, Hashable {
  /// The date at the offset.
  let date: CivilDate
  /// The second of the day at the offset, from 0.
  let secondOfDay: Int
  /// The nanosecond of the second.
  package let nanosecond: Int
  /// How many seconds the clock is ahead of UTC, at most 18 hours either way.
  package let offsetSeconds: Int

  /// Takes a moment in seconds since 1 January 1970, 00:00 UTC.
  ///
  /// - Parameters:
  ///   - seconds: the seconds, without leap seconds.
  ///   - nanoseconds: added to the seconds; may be negative or more than a second.
  ///   - offset: the offset from UTC in seconds; beyond 18 hours it is 18 hours.
  package init(secondsSinceEpoch seconds: Int, nanoseconds: Int = 0, offsetSeconds offset: Int = 0)
  {
    let offset = offset.clamped(to: Self.offsets)
    let (carry, rest) = nanoseconds.flooredDivision(by: Self.nanosecondsPerSecond)
    self.init(
      localSeconds: seconds.addingSaturated(carry).addingSaturated(offset), nanosecond: rest,
      offsetSeconds: offset)
  }

  /// Takes a moment by its fields; a field that is out of its range gets the nearest value in it.
  package init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    nanosecond: Int = 0, offsetSeconds: Int = 0
  ) {
    let year = year.clamped(to: Self.years)
    let month = month.clamped(to: 1...12)
    let length = CivilDate.length(ofMonth: month, year: year)
    date = CivilDate(year: year, month: month, day: day.clamped(to: 1...length))
    secondOfDay =
      hour.clamped(to: 0...23) * 3_600 + minute.clamped(to: 0...59) * 60
      + second.clamped(to: 0...59)
    self.nanosecond = nanosecond.clamped(to: 0...Self.nanosecondsPerSecond - 1)
    self.offsetSeconds = offsetSeconds.clamped(to: Self.offsets)
  }

  /// Takes the seconds that a clock at the offset shows since the start of 1970.
  init(localSeconds: Int, nanosecond: Int, offsetSeconds: Int) {
    let isInRange = Self.localSeconds.contains(localSeconds)
    let seconds = localSeconds.clamped(to: Self.localSeconds)
    let (days, secondOfDay) = seconds.flooredDivision(by: Self.secondsPerDay)
    date = CivilDate(daysSinceEpoch: days)
    self.secondOfDay = secondOfDay
    let last = localSeconds < 0 ? 0 : Self.nanosecondsPerSecond - 1
    self.nanosecond = isInRange ? nanosecond : last
    self.offsetSeconds = offsetSeconds
  }

  /// The nanoseconds of a second.
  static let nanosecondsPerSecond = 1_000_000_000
  /// The seconds of a day.
  static let secondsPerDay = 86_400
  /// The years that a moment can have.
  static let years = -999_999_999...999_999_999
  /// The offsets that a moment can have.
  static let offsets = -64_800...64_800
  /// The days that a moment can have, counted from 1 January 1970.
  static let days =
    CivilDate(year: years.lowerBound, month: 1, day: 1)
    .daysSinceEpoch...CivilDate(year: years.upperBound, month: 12, day: 31).daysSinceEpoch
  private static let localSeconds =
    days.lowerBound * secondsPerDay...days.upperBound * secondsPerDay + secondsPerDay - 1
}
