import JSONText

/// The expression of a ProviderState generator: `${name}` in a text, or a name alone.
struct StateExpression: Sendable {
  private enum Part: Sendable {
    case text(String)
    case name(String)
  }

  private let parts: [Part]

  /// Reads an expression.
  ///
  /// - Throws: ``RuleError`` when a brace or a name is missing.
  init(_ text: String) throws(RuleError) {
    var rest = Array(text.utf8)[...]
    var parts: [Part] = []
    var literal: [UInt8] = []
    while let byte = rest.first {
      guard byte == UInt8(ascii: "$"), rest.dropFirst().first == UInt8(ascii: "{") else {
        literal.append(byte)
        rest.removeFirst()
        continue
      }
      let start = rest.startIndex + 2
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: "}")), end > start else {
        throw RuleError("expected a name and '}' behind '${' in the expression '\(text)'")
      }
      if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
      literal = []
      parts.append(.name(String(decoding: rest[start..<end], as: UTF8.self)))
      rest = rest[(end + 1)...]
    }
    guard !text.isEmpty else { throw RuleError("the expression is empty") }
    if parts.isEmpty {
      parts = [.name(text)]
    } else if !literal.isEmpty {
      parts.append(.text(String(decoding: literal, as: UTF8.self)))
    }
    self.parts = parts
  }

  /// The value of a name alone, or the text with all values in it.
  ///
  /// - Throws: ``GenerationError`` with the name that has no value.
  func value(in state: JSONValue?) throws(GenerationError) -> JSONValue {
    if parts.count == 1, case .name(let name)? = parts.first {
      return try value(of: name, in: state)
    }
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .name(let name): text += GeneratedValue.json(try value(of: name, in: state)).text
      }
    }
    return .string(text)
  }

  private func value(of name: String, in state: JSONValue?) throws(GenerationError) -> JSONValue {
    if let value = state?[name] { return value }
    let known = (state ?? .null).members.prefix(20).map { "'\($0.name)'" }
    let those = known.isEmpty ? "none at all" : known.joined(separator: ", ")
    throw GenerationError("the provider states gave no value for '\(name)'; they gave \(those)")
  }
}
