/// One step of a date expression.
enum DateTimeStep: Sendable {
  /// A number of days.
  case days(Int)
  /// A number of months.
  case months(Int)
  /// A number of seconds.
  case seconds(Int)
  /// A number of milliseconds.
  case milliseconds(Int)
  /// A day of the week (1 is Monday) after the moment, or before it.
  case weekday(Int, isNext: Bool)
  /// The first day of a month after the moment, or before it.
  case month(Int, isNext: Bool)
  /// A full hour of the same day; 24 is the start of the next day.
  case hour(Int)
  /// An hour, 1 to 12, counted from noon in the morning and from midnight in the afternoon.
  case otherHalf(hour: Int)

  /// The moment after the step.
  func apply(to moment: Moment) -> Moment {
    switch self {
    case .days(let days): return moment.adding(days: days)
    case .months(let months): return moment.adding(months: months)
    case .seconds(let seconds): return moment.adding(seconds: seconds)
    case .milliseconds(let milliseconds):
      let (seconds, rest) = milliseconds.flooredDivision(by: 1_000)
      return moment.adding(seconds: seconds, nanoseconds: rest * 1_000_000)
    case .weekday(let weekday, let isNext):
      let distance = isNext ? weekday - moment.dayOfWeek : moment.dayOfWeek - weekday
      let days = (distance + 6).flooredDivision(by: 7).remainder + 1
      return moment.adding(days: isNext ? days : -days)
    case .month(let month, let isNext):
      let distance = isNext ? month - moment.month : moment.month - month
      let months = (distance + 11).flooredDivision(by: 12).remainder + 1
      let start = moment.adding(days: 1 - moment.day)
      return start.adding(months: isNext ? months : -months)
    case .hour(let hour): return moment.midnight.adding(seconds: hour * 3_600)
    case .otherHalf(let hour):
      return DateTimeStep.hour(moment.hour < 12 ? hour + 12 : hour).apply(to: moment)
    }
  }
}
