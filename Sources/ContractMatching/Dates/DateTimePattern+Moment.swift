extension DateTimePattern {
  /// Reads the moment that a text of this pattern stands for.
  ///
  /// What the pattern does not ask for is the first there is: midnight, the first of the month; a year
  /// of two digits is one of 2000 to 2099.
  ///
  /// - Returns: the moment, and whether the text says its offset; `nil` when the text does not follow
  ///   the pattern, there is no such date, or it has no year.
  package func moment(of text: String) -> (moment: Moment, isZoned: Bool)? {
    var reader = DateTimeReader(text)
    guard reader.read(whole: elements) == nil else { return nil }
    let fields = reader.fields
    guard fields.fault == nil, DateTimeCheck(fields).difference == nil, let year = fields.readYear
    else { return nil }
    let offset = fields[.offset]
    let zoned = offset != nil
    var moment = Moment(
      year: year, month: fields[.month] ?? 1, day: fields[.day] ?? 1, hour: fields.readHour,
      minute: fields[.minute] ?? 0, second: fields[.second] ?? 0,
      nanosecond: fields[.nanosecond] ?? fields.fraction?.nanoseconds ?? 0,
      offsetSeconds: offset ?? 0)
    if fields[.month] == nil, let day = fields[.dayOfYear] { moment = moment.adding(days: day - 1) }
    return (moment, zoned)
  }
}

extension DateTimeFields {
  fileprivate var readYear: Int? {
    let isBeforeChrist = self[.era] == 0
    if let year = self[.year] { return year }
    if let year = self[.yearOfEra] { return isBeforeChrist ? 1 - year : year }
    return self[.shortYear].map { 2_000 + $0 }
  }

  fileprivate var readHour: Int {
    if let hour = self[.hour] { return hour }
    if let hour = self[.clockHour] { return hour % 24 }
    let half = self[.half] ?? 0
    if let hour = self[.halfHour] { return hour + 12 * half }
    if let hour = self[.clockHalfHour] { return hour % 12 + 12 * half }
    return 0
  }
}
