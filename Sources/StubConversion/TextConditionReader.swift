import ContractMatching
import JSONText
import StubMatching
import StubModel

/// Reads the operators of a stub as conditions of a contract.
struct TextConditionReader {
  /// How strictly operators are read.
  let dialect: StubDialect
  /// The time that dates are compared with.
  let now: Moment
  /// Texts that are likely examples for the field that the operators are about.
  var candidates: [String] = []

  /// Reads the condition of an operator.
  ///
  /// - Parameters:
  ///   - pattern: the object with the operator.
  ///   - others: members of the object that are not the operator's.
  /// - Throws: ``StubProblem`` when no example can be made.
  func read(
    _ pattern: StubCursor, beside others: Set<String> = [], _ notes: inout ConversionNotes
  ) throws(StubProblem) -> TextCondition {
    let whole = try StubOperatorReader(dialect).read(pattern, beside: others)
    func fits(_ text: String) -> Bool { whole.matches(StubValue(text), at: now) }
    guard let (name, operand) = pattern.members.first(where: { Self.names.contains($0.name) })
    else { return lose(pattern, whole, &notes) }
    switch name {
    case "equalTo": return try equal(operand, in: pattern)
    case "matches": return try matches(operand, fits)
    case "contains":
      let text = try operand.string()
      return TextCondition(
        example: candidates.first(where: fits) ?? text, rules: [Rule.include(text)],
        expression: "[\\s\\S]*\(Expression.escaped(text))[\\s\\S]*")
    case "anything": return TextCondition(presence: .optional, example: "any")
    case "absent":
      guard dialect == .strict, try !operand.boolean() else {
        return TextCondition(presence: .absent)
      }
      var condition = TextCondition.anyText
      condition.example = candidates.first ?? condition.example
      return condition
    case "and", "or":
      return try combination(
        try operand.array(), isOr: name == "or", at: operand, fits, &notes)
    case "equalToNumber":
      return TextCondition(example: operand.value.string ?? operand.value.text)
    default: return try number(operand, name, fits, &notes)
    }
  }

  private static let names: Set<String> = [
    "equalTo", "matches", "contains", "anything", "absent", "and", "or", "equalToNumber",
    "greaterThanNumber", "greaterThanEqualNumber", "lessThanNumber", "lessThanEqualNumber",
  ]

  private func equal(
    _ operand: StubCursor, in pattern: StubCursor
  ) throws(StubProblem) -> TextCondition {
    let text = try operand.string()
    let escaped = Expression.escaped(text)
    guard try pattern["caseInsensitive"]?.boolean() ?? false else {
      return TextCondition(example: text, expression: escaped)
    }
    return TextCondition(
      example: text, rules: [Rule.regex("^(?i)\(escaped)$")], expression: "(?i:\(escaped))")
  }

  private func matches(
    _ operand: StubCursor, _ fits: (String) -> Bool
  ) throws(StubProblem) -> TextCondition {
    let text = try operand.string()
    guard let example = candidates.first(where: fits) ?? Expression.example(text, where: fits)
    else { throw Self.noExample(operand) }
    return TextCondition(
      example: example, rules: [Rule.regex(Expression.whole(text))],
      expression: Expression.part(text))
  }

  /// Why a stub cannot be converted: a contract needs an example.
  static func noExample(_ operand: StubCursor) -> StubProblem {
    operand.problem(
      "not converted: no example was found that '\(operand.value.string ?? "")' matches; a simpler"
        + " expression helps")
  }

  private func number(
    _ operand: StubCursor, _ name: String, _ fits: (String) -> Bool, _ notes: inout ConversionNotes
  ) throws(StubProblem) -> TextCondition {
    let text = operand.value.string ?? operand.value.text
    let near = Double(text).map { Int($0.rounded(.down).clamped) } ?? 0
    let numbers = [text] + [near, near + 1, near - 1].map(String.init)
    guard let example = numbers.first(where: fits) else {
      throw operand.problem("not converted: no number was found that fits")
    }
    notes.lose("'\(name)' cannot be said; any number is accepted now", at: operand)
    return TextCondition(
      example: example, rules: [Rule.number], expression: "-?\\d+(?:\\.\\d+)?")
  }

  /// Reads operators that all have to be fulfilled.
  ///
  /// - Throws: ``StubProblem`` when no example can be made.
  func read(
    all patterns: [StubCursor], at place: StubCursor, _ notes: inout ConversionNotes
  ) throws(StubProblem) -> TextCondition {
    var operators: [any StubOperator] = []
    for pattern in patterns { operators.append(try StubOperatorReader(dialect).read(pattern)) }
    return try combination(
      patterns, isOr: false, at: place,
      { text in operators.allSatisfy { $0.matches(StubValue(text), at: now) } }, &notes)
  }

  private func combination(
    _ patterns: [StubCursor], isOr: Bool, at operand: StubCursor, _ fits: (String) -> Bool,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) -> TextCondition {
    var all: [TextCondition] = []
    for element in patterns { all.append(try read(element, &notes)) }
    if isOr, all.contains(where: { $0.presence != .required }) {
      notes.lose("that there may be no value cannot be said; it has to be there now", at: operand)
    }
    all.removeAll { $0.presence == .optional }
    if !isOr, all.contains(where: { $0.presence == .absent }) {
      return TextCondition(presence: .absent)
    }
    all.removeAll { $0.presence == .absent }
    guard let first = all.first else { return TextCondition(presence: .optional, example: "any") }
    if all.count == 1 { return first }
    let examples = all.map(\.example)
    let tries = candidates + examples + [examples.joined(), examples.joined(separator: " ")]
    guard let example = tries.first(where: fits) else {
      throw operand.problem("not converted: no example was found that fulfils all operators")
    }
    let isPlain = all.allSatisfy { $0.rules.count <= 1 && !$0.isAnyOf }
    if isOr, !isPlain {
      notes.lose(
        "alternatives within alternatives cannot be said; any text is accepted", at: operand)
      return TextCondition(example: example, rules: [Rule.anything], expression: "[\\s\\S]*")
    }
    let rules = all.flatMap { condition in
      condition.rules.isEmpty
        ? [Rule.regex("^\(Expression.escaped(condition.example))$")] : condition.rules
    }
    return TextCondition(
      example: example, rules: rules, isAnyOf: isOr,
      expression: isOr ? Self.anyOf(all.map(\.expression)) : nil)
  }

  private static func anyOf(_ expressions: [String?]) -> String? {
    let known = expressions.compactMap { $0 }
    return known.count == expressions.count ? "(?:\(known.joined(separator: "|")))" : nil
  }

  /// An operator that no rule stands for.
  private func lose(
    _ pattern: StubCursor, _ whole: any StubOperator, _ notes: inout ConversionNotes
  ) -> TextCondition {
    let name = pattern.members.first?.name ?? ""
    let place = pattern.member(name) ?? pattern
    let own = pattern.members.compactMap(\.cursor.value.string)
    let tries = candidates + ["any", "1"] + own + Self.dates
    let example = tries.first { whole.matches(StubValue($0), at: now) } ?? "any"
    if whole.matches(nil, at: now) {
      notes.lose("'\(name)' cannot be said: a contract says what is, not what is not", at: place)
      return TextCondition(presence: .optional, example: example)
    }
    notes.lose("'\(name)' cannot be said here; any text is accepted now", at: place)
    var condition = TextCondition.anyText
    condition.example = example
    return condition
  }

  private static let dates = [
    "2026-01-31T12:00:00Z", "2000-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "2026-01-31",
  ]
}

extension Double {
  /// The number, within what an `Int` surely holds.
  fileprivate var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e15), 1e15) }
}
