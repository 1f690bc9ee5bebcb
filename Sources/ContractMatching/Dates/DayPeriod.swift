/// The times of the day that have a name in English.
enum DayPeriod: Int, Sendable {
  case midnight, night, morning, noon, afternoon, evening

  /// The period of a minute of the day, as it is printed.
  static func of(minute: Int) -> DayPeriod {
    switch minute {
    case 0: .midnight
    case 720: .noon
    case 360..<720: .morning
    case 720..<1_080: .afternoon
    case 1_080..<1_260: .evening
    default: .night
    }
  }

  /// Whether an hour, or a minute of it, belongs to the period.
  ///
  /// - Parameters:
  ///   - hour: the hour, 0 to 23.
  ///   - minute: the minute of the hour; `nil` when any will do.
  func includes(hour: Int, minute: Int?) -> Bool {
    let start = hour * 60 + (minute ?? 0)
    if DayPeriod.of(minute: start) == self { return true }
    // Midnight is a part of the night and noon of the afternoon.
    return DayPeriod.of(minute: start + 1) == self && start % 60 < 59
  }
}
