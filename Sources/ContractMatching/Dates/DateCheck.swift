/// Checks that the values of a text are those of a day that exists.
struct DateCheck {
  private let fields: DateTimeFields
  private let year: Int?

  /// Takes the values and the year that they are of.
  init(_ fields: DateTimeFields, year: Int?) {
    self.fields = fields
    self.year = year
  }

  /// Why there is no such day, or `nil`.
  var difference: String? {
    if let difference = lengthDifference { return difference }
    if let date { return difference(from: date) }
    if let month = fields[.month], let quarter = fields[.quarter], (month - 1) / 3 + 1 != quarter {
      return "the month \(month) is not in the quarter \(quarter)"
    }
    return nil
  }

  /// Why the month or the year is too short.
  private var lengthDifference: String? {
    if let day = fields[.day], let month = fields[.month] {
      // Dates in files often have the year of the week where that of the day is meant. The two
      // differ in January and December alone.
      let year = year ?? fields[.weekYear]
      // Without a year there is a 29 February.
      if day > CivilDate.length(ofMonth: month, year: year ?? 2_000) {
        return "there is no \(day) \(Self.name(month: month))" + (year.map { " \($0)" } ?? "")
      }
    }
    if let day = fields[.dayOfYear], let year, day > CivilDate.length(ofYear: year) {
      return "there is no day \(day) in \(year)"
    }
    return nil
  }

  private var date: CivilDate? {
    guard let year else { return nil }
    if let month = fields[.month], let day = fields[.day] {
      return CivilDate(year: year, month: month, day: day)
    }
    guard let dayOfYear = fields[.dayOfYear] else { return nil }
    let start = CivilDate(year: year, month: 1, day: 1)
    return CivilDate(daysSinceEpoch: start.daysSinceEpoch + dayOfYear - 1)
  }

  /// Why a value is not that of the day.
  private func difference(from date: CivilDate) -> String? {
    let name = "\(date.day) \(Self.name(month: date.month)) \(date.year)"
    if let weekday = fields[.weekday], weekday != date.weekday {
      let names = EnglishDateText.weekdays
      return "\(name) is a \(names[date.weekday - 1]), not a \(names[weekday - 1])"
    }
    // The letter F is the week in newer versions of Java and the day of that week in older ones.
    if let number = fields[.weekOfDay],
      number != (date.day - 1) / 7 + 1, number != (date.day - 1) % 7 + 1
    {
      return "\(name) is not the weekday number \(number) in its month"
    }
    let facts: [(PatternField, Int)] = [
      (.month, date.month), (.day, date.day), (.dayOfYear, date.dayOfYear),
      (.quarter, (date.month - 1) / 3 + 1),
    ]
    for (field, value) in facts {
      if let given = fields[field], given != value {
        return "the \(field.name) of \(name) is \(value), not \(given)"
      }
    }
    return nil
  }

  private static func name(month: Int) -> String { EnglishDateText.months[month - 1] }
}
