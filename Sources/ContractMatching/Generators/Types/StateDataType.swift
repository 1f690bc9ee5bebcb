import JSONText

/// What the value of a ProviderState generator is converted to.
enum StateDataType: String, CaseIterable, Sendable {
  case string = "STRING"
  case integer = "INTEGER"
  case decimal = "DECIMAL"
  case float = "FLOAT"
  case boolean = "BOOLEAN"
  case raw = "RAW"

  /// Converts a value.
  ///
  /// - Throws: ``GenerationError`` when the value stands for nothing of this type.
  func convert(_ value: JSONValue) throws(GenerationError) -> JSONValue {
    switch self {
    case .raw: return value
    case .string: return value.kind == .string ? value : .string(value.description)
    case .integer: if let text = Self.integer(value) { return .make { $0.number(text) } }
    case .decimal, .float: if let text = Self.decimal(value) { return .make { $0.number(text) } }
    case .boolean: if let flag = Self.boolean(value) { return .make { $0.boolean(flag) } }
    }
    throw GenerationError(
      "the provider states gave \(Excerpt.of(value)), which cannot be taken as \(rawValue)")
  }

  /// A fraction is cut off.
  private static func integer(_ value: JSONValue) -> String? {
    switch value.kind {
    case .null: return "0"
    case .boolean: return value.boolean == true ? "1" : "0"
    case .number:
      if value.isInteger { return value.text }
      return value.double.flatMap { Int(exactly: $0.rounded(.towardZero)) }.map { String($0) }
    case .string: return value.string.flatMap { Int($0) }.map { String($0) }
    case .array, .object: return nil
    }
  }

  private static func decimal(_ value: JSONValue) -> String? {
    switch value.kind {
    case .null: return "0.0"
    case .boolean: return value.boolean == true ? "1.0" : "0.0"
    case .number: return value.isInteger ? value.text + ".0" : value.text
    case .string:
      guard let text = value.string, let number = try? JSONValue(parsing: text),
        number.kind == .number
      else { return nil }
      return decimal(number)
    case .array, .object: return nil
    }
  }

  private static func boolean(_ value: JSONValue) -> Bool? {
    switch value.kind {
    case .null: return false
    case .boolean: return value.boolean
    case .number: return value.double.map { $0 > 0 }
    case .string: return value.string.flatMap { Bool($0.lowercased()) }
    case .array, .object: return nil
    }
  }
}
