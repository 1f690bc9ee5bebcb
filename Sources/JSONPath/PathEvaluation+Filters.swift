import ContractMatching
import JSONText

extension PathEvaluation {
  /// Whether a condition holds for a value.
  mutating func holds(
    _ condition: FilterExpression, for value: JSONValue
  ) throws(JSONPathFailure) -> Bool {
    try spend()
    switch condition {
    case .or(let all):
      for condition in all where try holds(condition, for: value) { return true }
      return false
    case .and(let all):
      for condition in all where try !holds(condition, for: value) { return false }
      return true
    case .not(let inner): return try !holds(inner, for: value)
    case .exists(let path): return try result(of: path, for: value) != .missing
    case .comparison(let left, let comparison, let right):
      return try compare(left, comparison, right, for: value)
    }
  }

  /// What a path in a filter finds.
  mutating func result(
    of path: FilterPath, for value: JSONValue
  ) throws(JSONPathFailure) -> JSONPathResult {
    try run(path.segments, on: path.isAbsolute ? root : value)
  }

  private mutating func compare(
    _ left: FilterOperand, _ comparison: FilterOperator, _ right: FilterOperand,
    for value: JSONValue
  ) throws(JSONPathFailure) -> Bool {
    if comparison == .matches {
      switch (left, right) {
      case (.pattern(let pattern), let other), (let other, .pattern(let pattern)):
        return try matches(pattern, try json(other, for: value))
      default: return false
      }
    }
    let (mine, theirs) = (try json(left, for: value), try json(right, for: value))
    return try compare(mine, comparison, theirs)
  }

  private mutating func json(
    _ operand: FilterOperand, for value: JSONValue
  ) throws(JSONPathFailure) -> JSONValue? {
    switch operand {
    case .literal(let literal): return literal.value
    case .pattern: return nil
    case .path(let path):
      let result = try result(of: path, for: value)
      if case .values(let values) = result {
        for value in values { try spend(value.size()) }
      }
      return result.json
    }
  }

  /// Whether the whole text of a value, or of one element of an array, matches.
  ///
  /// As in Jayway's library a missing value and an object are an empty text.
  private mutating func matches(
    _ pattern: RegularExpression, _ value: JSONValue?
  ) throws(JSONPathFailure) -> Bool {
    if let value, value.kind == .array {
      for element in value.elements where try matches(pattern, scalar: element) { return true }
      return false
    }
    return try matches(pattern, scalar: value)
  }

  private mutating func matches(
    _ pattern: RegularExpression, scalar value: JSONValue?
  ) throws(JSONPathFailure) -> Bool {
    let text: String
    switch value?.kind {
    case .string: text = value?.string ?? ""
    case .number, .boolean: text = value?.text ?? ""
    default: text = ""
    }
    try spend(100 + text.utf8.count)
    return pattern.match(text) == .matches
  }

  /// Whether two values are equal; a number and a text are when the texts are.
  mutating func areEqual(_ left: JSONValue, _ right: JSONValue) throws(JSONPathFailure) -> Bool {
    try spend(min(left.size(), right.size()))
    switch (left.kind, right.kind) {
    case (.number, .number): return JSONDecimal(left) == JSONDecimal(right)
    case (.number, .string): return Self.isSame(left, right)
    case (.string, .number): return left.string == right.text
    default: return left == right
    }
  }

  /// Whether a text spells a number, however it is written.
  private static func isSame(_ number: JSONValue, _ text: JSONValue) -> Bool {
    guard let other = try? JSONValue(parsing: text.string ?? ""), other.kind == .number else {
      return false
    }
    return JSONDecimal(number) == JSONDecimal(other)
  }
}
