/// The English texts of a field, as the pattern letters of Java print them.
struct EnglishDateText: Sendable {
  /// How long the texts are.
  enum Style: Sendable {
    case short, full, narrow
  }

  /// A text and what it means.
  struct Entry: Sendable {
    /// The text.
    let bytes: [UInt8]
    /// The value, or `nil` when the text is that of several values, as `J` is of three months.
    let value: Int?
  }

  /// The field.
  let field: PatternField
  /// The texts in the order of their values.
  let entries: [Entry]

  /// Finds the texts of an era, quarter, month, weekday, half or period of the day.
  init(_ field: PatternField, _ style: Style) {
    self.field = field
    let texts = Self.texts(field, style)
    entries = texts.enumerated().map { index, text in
      let isUnique = texts.filter { $0 == text }.count == 1
      return Entry(bytes: Array(text.utf8), value: isUnique ? index + field.range.lowerBound : nil)
    }
  }

  /// The text of a value.
  func bytes(of value: Int) -> [UInt8] {
    let index = value - field.range.lowerBound
    return entries.indices.contains(index) ? entries[index].bytes : []
  }

  private static func texts(_ field: PatternField, _ style: Style) -> [String] {
    switch field {
    case .era: eras(style)
    case .quarter: quarters(style)
    case .month: abbreviated(months, style)
    case .weekday: abbreviated(weekdays, style)
    case .half: ["AM", "PM"]
    default: periods(style)
    }
  }

  /// The months.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  /// The days of the week.
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static func abbreviated(_ names: [String], _ style: Style) -> [String] {
    switch style {
    case .full: names
    case .short: names.map { String($0.prefix(3)) }
    case .narrow: names.map { String($0.prefix(1)) }
    }
  }

  private static func eras(_ style: Style) -> [String] {
    switch style {
    case .full: ["Before Christ", "Anno Domini"]
    case .short: ["BC", "AD"]
    case .narrow: ["B", "A"]
    }
  }

  private static func quarters(_ style: Style) -> [String] {
    switch style {
    case .full: ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"]
    case .short: ["Q1", "Q2", "Q3", "Q4"]
    case .narrow: ["1", "2", "3", "4"]
    }
  }

  private static func periods(_ style: Style) -> [String] {
    let isNarrow = style == .narrow
    return [
      isNarrow ? "mi" : "midnight", "at night", "in the morning", isNarrow ? "n" : "noon",
      "in the afternoon", "in the evening",
    ]
  }
}
