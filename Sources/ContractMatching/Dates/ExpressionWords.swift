/// The words of date expressions, in lower case.
enum ExpressionWords {
  /// Whether a token is a number.
  static func isNumber(_ text: String) -> Bool {
    text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// The step of a number of days, weeks, months or years.
  static func dateStep(_ word: String, _ amount: Int) -> DateTimeStep? {
    switch word {
    case "day", "days": .days(amount)
    case "week", "weeks": .days(amount.multipliedSaturated(by: 7))
    case "month", "months": .months(amount)
    case "year", "years": .months(amount.multipliedSaturated(by: 12))
    default: nil
    }
  }

  /// The step of a number of hours or less.
  static func timeStep(_ word: String, _ amount: Int) -> DateTimeStep? {
    switch word {
    case "hour", "hours": .seconds(amount.multipliedSaturated(by: 3_600))
    case "minute", "minutes": .seconds(amount.multipliedSaturated(by: 60))
    case "second", "seconds": .seconds(amount)
    case "millisecond", "milliseconds": .milliseconds(amount)
    default: nil
    }
  }

  /// The number of a weekday: 1 is Monday.
  static func weekday(_ word: String) -> Int? {
    let abbreviations = ["tues": 2, "thur": 4, "thurs": 4]
    return abbreviations[word] ?? number(of: word, in: EnglishDateText.weekdays)
  }

  /// The number of a month.
  static func month(_ word: String) -> Int? {
    // The grammar of Pact for the JVM misspells February.
    let abbreviations = ["sept": 9, "febuary": 2]
    return abbreviations[word] ?? number(of: word, in: EnglishDateText.months)
  }

  /// Finds a full name or its first three letters.
  private static func number(of word: String, in names: [String]) -> Int? {
    names.firstIndex { name in
      let name = name.lowercased()
      return word == name || word == name.prefix(3)
    }.map { $0 + 1 }
  }
}
