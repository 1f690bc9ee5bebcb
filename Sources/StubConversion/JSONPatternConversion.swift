import ContractModel
import JSONText
import StubModel

/// Converts `equalToJson` to an example with rules.
struct JSONPatternConversion {
  /// The example: the JSON of the pattern, with values in place of placeholders.
  private(set) var example: JSONValue = .null
  /// The rules for placeholders and for what the pattern ignores.
  private(set) var rules: [MatchingRuleSet] = []
  private let ignoresOrder: Bool
  private let ignoresExtra: Bool
  private let cursor: StubCursor

  /// Converts a pattern.
  ///
  /// - Throws: ``StubProblem`` when no example can be made for a placeholder.
  init(
    _ pattern: StubCursor, _ reader: TextConditionReader, _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    cursor = pattern["equalToJson"] ?? pattern
    let mode = pattern["jsonCompareMode"]?.value.string
    ignoresOrder =
      mode.map { $0 == "LENIENT" || $0 == "NON_EXTENSIBLE" }
      ?? (pattern["ignoreArrayOrder"]?.value.boolean == true)
    ignoresExtra =
      mode.map { $0 == "LENIENT" || $0 == "STRICT_ORDER" }
      ?? (pattern["ignoreExtraElements"]?.value.boolean == true)
    var expected = cursor.value
    if let text = expected.string {
      guard let parsed = try? JSONValue(parsing: text) else { throw cursor.problem("not JSON") }
      expected = parsed
    }
    example = try visit(expected, [], &notes)
    if ignoresExtra {
      let place = pattern["ignoreExtraElements"] ?? pattern["jsonCompareMode"] ?? cursor
      notes.lose(
        "that members have to be there cannot be said where others may be: a body without them is"
          + " accepted too", at: place)
    }
  }

  private mutating func add(_ rule: JSONValue, _ path: [PathExpression.Token]) {
    rules.append(MatchingRuleSet(.body, PathExpression(path).description, rules: [rule]))
  }

  private mutating func visit(
    _ value: JSONValue, _ path: [PathExpression.Token], _ notes: inout ConversionNotes
  ) throws(StubProblem) -> JSONValue {
    switch value.kind {
    case .object: return try visit(members: value, path, &notes)
    case .array: return try visit(elements: value, path, &notes)
    case .string:
      if let replaced = try placeholder(value.string ?? "", path, &notes) { return replaced }
    case .number, .boolean, .null: break
    }
    if ignoresExtra { add(Rule.equality, path) }
    return value
  }

  private mutating func visit(
    members value: JSONValue, _ path: [PathExpression.Token], _ notes: inout ConversionNotes
  ) throws(StubProblem) -> JSONValue {
    if ignoresExtra { add(Rule.anyKey, path) }
    var members: [(String, JSONValue)] = []
    for member in value.members {
      if Self.content(member.value.string ?? "") == "ignore-element" {
        notes.lose(
          "that '\(member.name)' may be missing cannot be said; it is refused now", at: cursor)
        continue
      }
      members.append((member.name, try visit(member.value, path + [.key(member.name)], &notes)))
    }
    return JSONValue.make { writer in
      writer.object { writer in for (name, value) in members { writer.member(name, value) } }
    }
  }

  private mutating func visit(
    elements value: JSONValue, _ path: [PathExpression.Token], _ notes: inout ConversionNotes
  ) throws(StubProblem) -> JSONValue {
    if ignoresOrder, value.count > 1 { add(Rule.anyOrder, path) }
    let isPlain = value.elements.allSatisfy {
      [.string, .number, .boolean, .null].contains($0.kind)
    }
    let hasPlaceholder = value.elements.contains { Self.content($0.string ?? "") != nil }
    if ignoresExtra, !(ignoresOrder && value.count > 1), isPlain, !hasPlaceholder {
      add(Rule.equality, path)
      return value
    }
    if ignoresExtra {
      notes.lose("that lists may be longer cannot be said", at: cursor)
    }
    var elements: [JSONValue] = []
    for (index, element) in value.elements.enumerated() {
      elements.append(try visit(element, path + [.index(index)], &notes))
    }
    return JSONValue.make { writer in
      writer.array { writer in for value in elements { writer.value(value) } }
    }
  }

  /// The name of a placeholder, such as `any-string`; `regex}[A-Z]+` for an expression.
  private static func content(_ text: String) -> Substring? {
    guard text.hasPrefix("${json-unit.") || text.hasPrefix("#{json-unit.") else { return nil }
    let content = text.dropFirst(12)
    if content.hasPrefix("regex}") { return content }
    return content.hasSuffix("}") ? content.dropLast() : nil
  }

  private mutating func placeholder(
    _ text: String, _ path: [PathExpression.Token], _ notes: inout ConversionNotes
  ) throws(StubProblem) -> JSONValue? {
    guard let content = Self.content(text) else { return nil }
    switch content {
    case "any-string": add(Rule.type, path)
    case "any-number":
      add(Rule.number, path)
      return JSONValue.make { $0.number("1") }
    case "any-boolean":
      add(Rule.boolean, path)
      return JSONValue.make { $0.boolean(true) }
    case "ignore", "ignore-element": add(Rule.anything, path)
    default:
      guard content.hasPrefix("regex}") else { return nil }
      let expression = String(content.dropFirst(6))
      guard let example = Expression.example(expression) else {
        throw cursor.problem("not converted: no example was found that '\(expression)' matches")
      }
      add(Rule.regex(Expression.whole(expression)), path)
      return JSONValue.string(example)
    }
    return JSONValue.string("any")
  }
}
