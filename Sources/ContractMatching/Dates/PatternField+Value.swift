extension PatternField {
  /// The value that a moment has.
  func value(of moment: Moment) -> Int {
    switch self {
    case .era: moment.year > 0 ? 1 : 0
    case .yearOfEra: Self.yearOfEra(moment.year)
    case .shortYear: Self.yearOfEra(moment.year) % 100
    case .year: moment.year
    case .weekYear: moment.weekBasedYear
    case .shortWeekYear: abs(moment.weekBasedYear) % 100
    case .quarter: (moment.month - 1) / 3 + 1
    case .month: moment.month
    case .weekOfYear: moment.weekOfYear
    case .weekOfMonth: moment.weekOfMonth
    case .dayOfYear: moment.dayOfYear
    case .day: moment.day
    case .weekOfDay: (moment.day - 1) / 7 + 1
    case .weekday, .localWeekday: moment.dayOfWeek
    case .offset: moment.offsetSeconds
    default: timeValue(of: moment)
    }
  }

  private func timeValue(of moment: Moment) -> Int {
    switch self {
    case .half: moment.hour / 12
    case .period: DayPeriod.of(minute: moment.secondOfDay / 60).rawValue
    case .clockHour: moment.hour == 0 ? 24 : moment.hour
    case .halfHour: moment.hour % 12
    case .clockHalfHour: moment.hour % 12 == 0 ? 12 : moment.hour % 12
    case .minute: moment.minute
    case .second: moment.second
    case .nanosecond: moment.nanosecond
    case .millisecondOfDay: moment.secondOfDay * 1_000 + moment.nanosecond / 1_000_000
    case .nanosecondOfDay:
      moment.secondOfDay * Moment.nanosecondsPerSecond + moment.nanosecond
    default: moment.hour
    }
  }

  /// The year as it is counted within its era: the year 0 is 1 BC.
  static func yearOfEra(_ year: Int) -> Int { year > 0 ? year : 1 - year }
}
