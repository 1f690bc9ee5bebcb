import ContractMatching
import JSONText
import StubModel

/// A JSON value that others are compared with: the order of members does not count, nor does how a
/// number is written; placeholders stand for values of a kind.
struct JSONEquality: Sendable {
  private let expected: JSONValue
  private let ignoresOrder: Bool
  private let ignoresExtra: Bool
  /// The regular expressions of placeholders, by the text that they stand in.
  private let expressions: [String: RegularExpression]

  /// Prepares a comparison.
  ///
  /// - Parameters:
  ///   - ignoresOrder: whether the elements of arrays may come in any order.
  ///   - ignoresExtra: whether there may be more members, and more elements behind those expected.
  /// - Throws: ``StubProblem`` when the regular expression of a placeholder is not valid.
  init(
    _ expected: JSONValue, ignoresOrder: Bool, ignoresExtra: Bool, at cursor: StubCursor
  ) throws(StubProblem) {
    self.expected = expected
    self.ignoresOrder = ignoresOrder
    self.ignoresExtra = ignoresExtra
    var expressions: [String: RegularExpression] = [:]
    try Self.collect(expected, &expressions, cursor)
    self.expressions = expressions
  }

  private static func collect(
    _ value: JSONValue, _ expressions: inout [String: RegularExpression], _ cursor: StubCursor
  ) throws(StubProblem) {
    for member in value.members { try collect(member.value, &expressions, cursor) }
    if value.kind == .array {
      for element in value.elements { try collect(element, &expressions, cursor) }
    }
    guard let text = value.string, let pattern = JSONPlaceholder.expression(text) else { return }
    do throws(RuleError) {
      expressions[text] = try RegularExpression("(?s)" + pattern)
    } catch {
      throw cursor.problem(error.message)
    }
  }

  /// Whether a value is equal.
  func matches(_ actual: JSONValue) -> Bool { matches(expected, actual) }

  private func matches(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    if let text = expected.string {
      if let expression = expressions[text] {
        let value = actual.string ?? (actual.kind == .number ? actual.text : nil)
        return value.map { expression.match($0) == .matches } ?? false
      }
      if let placeholder = JSONPlaceholder(text) { return placeholder.accepts(actual) }
    }
    guard expected.kind == actual.kind else { return false }
    switch expected.kind {
    case .object: return matchesMembers(expected, actual)
    case .array: return matchesElements(expected, actual)
    case .number:
      guard let wanted = JSONDecimal(expected), let found = JSONDecimal(actual) else {
        return false
      }
      return wanted == found
    case .null, .boolean, .string: return expected == actual
    }
  }

  private func matchesMembers(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    let wanted = expected.memberIndex
    var rest = actual.memberIndex
    for (key, value) in wanted {
      guard let other = rest.removeValue(forKey: key) else {
        if let text = value.string, JSONPlaceholder(text) == .ignoreElement { continue }
        return false
      }
      guard matches(value, other) else { return false }
    }
    return ignoresExtra || rest.isEmpty
  }

  private func matchesElements(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    let (wanted, found) = (Array(expected.elements), Array(actual.elements))
    guard ignoresExtra ? wanted.count <= found.count : wanted.count == found.count else {
      return false
    }
    // Most arrays come in order even where they need not.
    if zip(wanted, found).allSatisfy({ matches($0, $1) }) { return true }
    return ignoresOrder
      && Pairing.isPossible(expected: wanted.count, actual: found.count) {
        matches(wanted[$0], found[$1])
      }
  }
}
