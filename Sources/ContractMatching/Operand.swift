package import JSONText

/// A value that a rule compares: a JSON value, the text of a header, query parameter or path, or bytes.
package enum Operand: Sendable {
  case json(JSONValue)
  case text(String)
  case bytes([UInt8])

  /// The value as a rule on strings sees it: what is no string is printed as JSON.
  var string: String {
    switch self {
    case .json(let value): value.string ?? value.description
    case .text(let text): text
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The value as a rule on strings sees it, as UTF-8, without a copy where that is possible.
  func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if case .json(let value) = self, let text = value.plainText {
      return text.withUnsafeBufferPointer(body)
    }
    var string = string
    return string.withUTF8(body)
  }

  /// The value as messages show it: strings in quotes, anything else as JSON.
  var shown: String {
    switch self {
    case .json(let value):
      switch value.kind {
      case .string: "'\(Excerpt.of(value.string ?? ""))'"
      case .array where value.byteRange.count < 4_096:
        "[" + value.elements.map(\.description).joined(separator: ", ") + "]"
      default: Excerpt.of(value)
      }
    case .text(let text): "'\(Excerpt.of(text))'"
    case .bytes(let bytes): "(\(bytes.count) bytes)"
    }
  }

  /// The name of the value's type in messages.
  var typeName: String {
    switch self {
    case .json(let value):
      switch value.kind {
      case .null: "Null"
      case .boolean: "Boolean"
      case .number: value.isInteger ? "Integer" : "Decimal"
      case .string: "String"
      case .array: "Array"
      case .object: "Object"
      }
    case .text: "String"
    case .bytes: "Binary"
    }
  }

  /// The value with its type, e.g. `'a' (String)`.
  var described: String { "\(shown) (\(typeName))" }
}
