import JSONText

/// What may stand in an expected JSON value instead of a value, as JsonUnit names it.
enum JSONPlaceholder: String, Sendable {
  case anyString = "any-string"
  case anyNumber = "any-number"
  case anyBoolean = "any-boolean"
  case ignore = "ignore"
  case ignoreElement = "ignore-element"

  private static func content(_ text: String) -> Substring? {
    guard text.hasPrefix("${json-unit.") || text.hasPrefix("#{json-unit.") else { return nil }
    return text.dropFirst(12)
  }

  /// Reads a placeholder; `nil` when the text is none.
  init?(_ text: String) {
    guard let content = Self.content(text), content.hasSuffix("}") else { return nil }
    self.init(rawValue: String(content.dropLast()))
  }

  /// The regular expression of `${json-unit.regex}[A-Z]+`, or `nil` when the text is something else.
  static func expression(_ text: String) -> String? {
    guard let content = content(text), content.hasPrefix("regex}") else { return nil }
    return String(content.dropFirst(6))
  }

  /// Whether a value may stand there.
  func accepts(_ value: JSONValue) -> Bool {
    switch self {
    case .anyString: value.kind == .string
    case .anyNumber: value.kind == .number
    case .anyBoolean: value.kind == .boolean
    case .ignore, .ignoreElement: true
    }
  }
}
