import ContractMatching
import JSONPath
import JSONText
import StubModel

/// `{"matchesJsonPath": "$.a"}`, or `{"matchesJsonPath": {"expression": "$.a", "equalTo": "b"}}`.
///
/// Alone it holds when the path leads to something that is neither `null` nor empty. With an operator,
/// any value that it leads to may fulfil it; a negative operator does not hold where there is none.
struct MatchesJSONPath: StubOperatorKind {
  static let names = ["matchesJsonPath"]

  /// The path; `nil` for one that can never lead anywhere.
  private let path: JSONPath?
  private let inner: (any StubOperator)?

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    let expression = operand.value.kind == .object ? operand["expression"] : operand
    guard let expression else { throw operand.problem("expected an 'expression', a JSONPath") }
    let text = try expression.string()
    do throws(JSONPathError) {
      path = try JSONPath(text)
    } catch {
      guard reader.dialect == .compatible else { throw expression.problem(error.description) }
      path = nil
    }
    inner =
      operand.value.kind == .object && (reader.dialect == .strict || reader.hasOperator(operand))
      ? try reader.read(operand, beside: ["expression"]) : nil
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let path, let json = value?.json, let result = try? path.evaluate(json) else {
      return false
    }
    guard let inner else { return Self.isSomething(result) }
    var items: [JSONValue] = []
    switch result {
    case .missing: break
    case .values(let values): items = values
    case .value(let found) where found.kind == .array:
      items = Array(found.elements)
      // A list is looked at one by one, and as a whole by operators that read JSON.
      if inner is EqualToJSON || inner is MatchesJSONPath || inner is MatchesJSONSchema {
        items.append(found)
      }
    case .value(let found): items = [found]
    }
    items.removeAll(where: \.isNull)
    if items.isEmpty { return inner.concernsAbsence && inner.matches(nil, at: now) }
    return items.contains { inner.matches(Self.value($0), at: now) }
  }

  /// Whether a path leads to something that is neither `null` nor empty.
  private static func isSomething(_ result: JSONPathResult) -> Bool {
    switch result {
    case .missing: false
    case .values(let values): !values.isEmpty
    case .value(let value):
      !value.isNull && !([.array, .object].contains(value.kind) && value.isEmpty)
    }
  }

  private static func value(_ json: JSONValue) -> StubValue {
    switch json.kind {
    case .string: return StubValue(json: json, text: json.string ?? "")
    case .array, .object:
      var writer = JSONWriter(style: .pretty)
      writer.value(json)
      return StubValue(json: json, text: writer.text)
    case .null, .boolean, .number: return StubValue(json: json, text: json.text)
    }
  }
}
