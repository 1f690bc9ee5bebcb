/// Checks that the values of a text are those of one time of the day.
struct TimeCheck {
  private let fields: DateTimeFields

  /// Takes the values.
  init(_ fields: DateTimeFields) {
    self.fields = fields
  }

  /// Why there is no such time, or `nil`.
  var difference: String? {
    guard (0..<24).contains(where: isPossible) else {
      return "the hour, AM or PM and the time of the day do not fit together"
    }
    if let nanoseconds = fields[.nanosecondOfDay] {
      if let difference = difference(from: nanoseconds, unit: 1) { return difference }
    }
    if let milliseconds = fields[.millisecondOfDay] {
      let unit = 1_000_000
      if let other = fields[.nanosecondOfDay], other / unit != milliseconds {
        return "the time is both \(milliseconds) milliseconds and \(other) nanoseconds"
      }
      if let difference = difference(from: milliseconds * unit, unit: unit) {
        return difference
      }
    }
    if let nanosecond = fields[.nanosecond] { return difference(fromNanosecond: nanosecond, 1) }
    return nil
  }

  /// Whether everything that the text says about the hour holds for one.
  private func isPossible(_ hour: Int) -> Bool {
    func agrees(_ field: PatternField, _ value: Int) -> Bool {
      fields[field].map { $0 == value } ?? true
    }
    // As in Java, `1 in the morning` is fine, although Java itself would print `1 at night`.
    let isHourGiven = fields[.hour] != nil || fields[.clockHour] != nil
    let period = isHourGiven ? fields[.period].flatMap(DayPeriod.init) : nil
    return agrees(.hour, hour) && agrees(.clockHour, hour == 0 ? 24 : hour)
      && agrees(.halfHour, hour % 12) && agrees(.clockHalfHour, (hour + 11) % 12 + 1)
      && agrees(.half, hour / 12)
      && (period?.includes(hour: hour, minute: fields[.minute]) ?? true)
  }

  /// Why the time is not a number of nanoseconds after midnight.
  private func difference(from nanoseconds: Int, unit: Int) -> String? {
    let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: Moment.nanosecondsPerSecond)
    let agrees =
      isPossible(seconds / 3_600)
      && fields[.minute].map { $0 == seconds / 60 % 60 } ?? true
      && fields[.second].map { $0 == seconds % 60 } ?? true
    guard agrees else { return "the time is not \(seconds) seconds after midnight" }
    return difference(fromNanosecond: rest, unit)
  }

  /// Why the fraction of the second is not a number of nanoseconds.
  ///
  /// - Parameter unit: the nanoseconds that the number is exact to.
  private func difference(fromNanosecond nanosecond: Int, _ unit: Int) -> String? {
    if let other = fields[.nanosecond], other / unit != nanosecond / unit {
      return "the nanosecond is both \(other) and \(nanosecond)"
    }
    if let fraction = fields.fraction {
      let unit = max(unit, DateTimeFields.Fraction.unit(digits: fraction.digits))
      if fraction.nanoseconds / unit != nanosecond / unit {
        return "the nanosecond is both \(fraction.nanoseconds) and \(nanosecond)"
      }
    }
    return nil
  }
}
