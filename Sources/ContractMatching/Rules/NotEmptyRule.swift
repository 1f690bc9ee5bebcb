import JSONText

/// `notEmpty`: a value of the same JSON kind that is not `null` and has something in it.
struct NotEmptyRule: MatchingRule {
  let name = "notEmpty"
  let concernsContainers = true

  func difference(of actual: Operand, from expected: Operand) -> String? {
    switch actual {
    case .text(let text): return text.isEmpty ? "Expected '' (String) to not be empty" : nil
    case .bytes(let bytes): return bytes.isEmpty ? "Expected [] (0 bytes) to not be empty" : nil
    case .json(let value):
      let isEmpty =
        switch value.kind {
        case .null: true
        case .string: value.string?.isEmpty == true
        case .array, .object: value.isEmpty
        case .number, .boolean: false
        }
      if isEmpty { return "Expected \(actual.described) to not be empty" }
      guard case .json(let example) = expected, example.isContainer || value.isContainer,
        example.kind != value.kind
      else { return nil }
      return "Expected \(actual.described) to be the same type as \(expected.described)"
    }
  }
}

extension JSONValue {
  /// Whether the value is an array or an object.
  var isContainer: Bool { kind == .array || kind == .object }
}
