/// Checks that the values of a text are those of a date and time that exist.
struct DateTimeCheck {
  private let fields: DateTimeFields

  /// Takes the values.
  init(_ fields: DateTimeFields) {
    self.fields = fields
  }

  /// Why there is no such date or time, or `nil`.
  var difference: String? {
    if let difference = TimeCheck(fields).difference { return difference }
    if let week = fields[.weekOfYear], let year = fields[.weekYear], week == 53,
      !CivilDate.hasWeek53(year)
    {
      return "there is no week 53 in \(year)"
    }
    if let difference = yearDifference { return difference }
    let years = possibleYears
    guard let first = years.first else { return DateCheck(fields, year: nil).difference }
    let difference = DateCheck(fields, year: first).difference
    let others = years.dropFirst()
    return others.contains { DateCheck(fields, year: $0).difference == nil } ? nil : difference
  }

  private var isBeforeChrist: Bool { fields[.era] == 0 }

  /// The years that the text can mean: those of four centuries when it has but two digits of it,
  /// since the calendar repeats itself after that.
  private var possibleYears: [Int] {
    if let year = fields[.year] { return [year] }
    if let year = fields[.yearOfEra] { return [isBeforeChrist ? 1 - year : year] }
    guard let short = fields[.shortYear] else { return [] }
    return [2_000, 1_900, 1_800, 1_700].map { isBeforeChrist ? 1 - $0 - short : $0 + short }
  }

  /// Why the fields of the year do not fit together.
  private var yearDifference: String? {
    if let year = fields[.year] {
      if let other = fields[.yearOfEra], other != PatternField.yearOfEra(year) {
        return "the year is both \(year) and \(other)"
      }
      if let era = fields[.era], era != (year > 0 ? 1 : 0) {
        return "the year \(year) is not of the era that is given"
      }
    }
    let ofEra = fields[.yearOfEra] ?? fields[.year].map(PatternField.yearOfEra)
    if let short = fields[.shortYear], let ofEra, ofEra % 100 != short {
      return "the year is both \(ofEra) and \(short)"
    }
    if let short = fields[.shortWeekYear], let year = fields[.weekYear], abs(year) % 100 != short {
      return "the year of the week is both \(year) and \(short)"
    }
    return nil
  }
}
