/// What may stand in an expected document instead of a text, as XMLUnit names it.
enum XMLPlaceholder: Sendable {
  /// Anything.
  case ignore
  /// A number.
  case number
  /// A date and time of ISO 8601, or of a pattern.
  case dateTime(DateTimePattern?)
  /// What a regular expression finds a match in.
  case expression(RegularExpression)

  private static let iso = [
    "yyyy-MM-dd'T'HH:mm:ss[.SSS]XXX", "yyyy-MM-dd'T'HH:mm:ss[.SSS]", "yyyy-MM-dd",
  ].compactMap { try? DateTimePattern($0) }

  /// Reads a placeholder.
  ///
  /// - Returns: `nil` when the text is none.
  /// - Throws: ``RuleError`` for one that is not known.
  init?(_ text: String, _ delimiters: (opening: String, closing: String)) throws(RuleError) {
    let form = try RegularExpression(
      "(?s)\(delimiters.opening)\\s*xmlunit\\.((?s).*?)\\s*\(delimiters.closing)")
    guard let content = form.firstGroup(of: text) else { return nil }
    let name = content.prefix { $0 != "(" }
    let argument = content.dropFirst(name.count + 1).dropLast()
    switch name {
    case "ignore": self = .ignore
    case "isNumber": self = .number
    case "isDateTime":
      self = .dateTime(argument.isEmpty ? nil : try DateTimePattern(String(argument)))
    case "matchesRegex":
      self = .expression(try RegularExpression("(?s).*(?:\(argument)).*"))
    default:
      throw RuleError(
        "the placeholder 'xmlunit.\(name)' is not known; known are ignore, isNumber, isDateTime and"
          + " matchesRegex")
    }
  }

  /// Whether a text may stand there.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .ignore: true
    case .number: Double(text) != nil
    case .dateTime(let pattern?): pattern.difference(of: text) == nil
    case .dateTime(nil): Self.iso.contains { $0.difference(of: text) == nil }
    case .expression(let expression): expression.match(text) == .matches
    }
  }
}
