package import JSONText

/// A value that a generator made.
package enum GeneratedValue: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A number as JSON spells it.
  case number(String)
  /// A boolean.
  case boolean(Bool)
  /// A value that keeps its kind.
  case json(JSONValue)

  /// The value in a header, a path or anything else that is text.
  package var text: String {
    switch self {
    case .text(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .json(let value): value.string ?? value.description
    }
  }

  /// Writes the value in place of one of the example: a number in place of a string is a string.
  func write(inPlaceOf example: JSONKind?, to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.string(text)
    case .number(let text):
      if example == .string { writer.string(text) } else { writer.number(text) }
    case .boolean(let value): writer.boolean(value)
    case .json(let value): writer.value(value)
    }
  }
}
