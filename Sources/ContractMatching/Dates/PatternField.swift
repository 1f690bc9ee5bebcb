/// What the letters of a date pattern stand for.
enum PatternField: Int, CaseIterable, Sendable {
  case era, yearOfEra, shortYear, year, weekYear, shortWeekYear, quarter, month
  case weekOfYear, weekOfMonth, dayOfYear, day, weekOfDay, weekday, localWeekday
  case half, period, hour, clockHour, halfHour, clockHalfHour
  case minute, second, nanosecond, millisecondOfDay, nanosecondOfDay, offset

  /// The name in messages.
  var name: String {
    switch self {
    case .era: "era"
    case .yearOfEra, .shortYear, .year: "year"
    case .weekYear, .shortWeekYear: "year of the week"
    case .quarter: "quarter"
    case .month: "month"
    case .weekOfYear: "week"
    case .weekOfMonth: "week of the month"
    case .dayOfYear: "day of the year"
    case .day: "day"
    case .weekOfDay: "number of the weekday in the month"
    case .weekday, .localWeekday: "day of the week"
    case .half: "AM or PM"
    case .period: "time of the day"
    case .hour, .clockHour, .halfHour, .clockHalfHour: "hour"
    case .minute: "minute"
    case .second: "second"
    case .nanosecond: "nanosecond"
    case .millisecondOfDay: "millisecond of the day"
    case .nanosecondOfDay: "nanosecond of the day"
    case .offset: "offset"
    }
  }

  /// The values that there are.
  var range: ClosedRange<Int> {
    switch self {
    case .era, .half: 0...1
    case .yearOfEra: 1...1_000_000_000
    case .shortYear, .shortWeekYear: 0...99
    case .year: Moment.years
    case .weekYear: -1_000_000_000...1_000_000_000
    case .quarter: 1...4
    case .month: 1...12
    case .weekOfYear: 1...53
    case .weekOfMonth: 0...6
    case .dayOfYear: 1...366
    case .day: 1...31
    case .weekOfDay, .weekday, .localWeekday: 1...7
    case .period: 0...5
    case .hour: 0...23
    case .clockHour: 1...24
    case .halfHour: 0...11
    case .clockHalfHour: 1...12
    case .minute, .second: 0...59
    case .nanosecond: 0...999_999_999
    case .millisecondOfDay: 0...86_399_999
    case .nanosecondOfDay: 0...86_399_999_999_999
    case .offset: Moment.offsets
    }
  }
}
