import ContractMatching
import StubModel

/// Where a date is moved to before it is compared.
enum DateTruncation: String, Sendable, CaseIterable {
  case firstMinuteOfHour = "first minute of hour"
  case firstHourOfDay = "first hour of day"
  case firstDayOfMonth = "first day of month"
  case firstDayOfNextMonth = "first day of next month"
  case lastDayOfMonth = "last day of month"
  case firstDayOfYear = "first day of year"
  case firstDayOfNextYear = "first day of next year"
  case lastDayOfYear = "last day of year"

  /// Reads a truncation.
  ///
  /// - Throws: ``StubProblem`` for one that is not known.
  init(_ cursor: StubCursor) throws(StubProblem) {
    guard let known = DateTruncation(rawValue: try cursor.string().lowercased()) else {
      let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw cursor.problem("this truncation is not known; known are \(names)")
    }
    self = known
  }

  /// The moment that another is moved to.
  func apply(to moment: Moment) -> Moment {
    func start(month: Int? = nil, day: Int = 1, hour: Int = 0) -> Moment {
      Moment(
        year: moment.year, month: month ?? moment.month, day: day, hour: hour,
        offsetSeconds: moment.offsetSeconds)
    }
    return switch self {
    case .firstMinuteOfHour: start(day: moment.day, hour: moment.hour)
    case .firstHourOfDay: start(day: moment.day)
    case .firstDayOfMonth: start()
    case .firstDayOfNextMonth: start().adding(months: 1)
    case .lastDayOfMonth: start().adding(months: 1).adding(days: -1)
    case .firstDayOfYear: start(month: 1)
    case .firstDayOfNextYear: start(month: 1).adding(years: 1)
    case .lastDayOfYear: start(month: 12, day: 31)
    }
  }
}
