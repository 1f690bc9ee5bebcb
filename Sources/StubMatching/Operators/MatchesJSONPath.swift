import ContractMatching
import JSONText
import StubModel

/// `{"matchesJsonPath": "$.a"}`, or `{"matchesJsonPath": {"expression": "$.a", "equalTo": "b"}}`.
///
/// Alone it holds when the path leads to something that is neither `null` nor empty. With an operator,
/// any value that it leads to may fulfil it; a negative operator does not hold where there is none.
struct MatchesJSONPath: StubOperatorKind {
  static let names = ["matchesJsonPath"]

  /// The path; `nil` for one that can never lead anywhere.
  private let path: StubJSONPath?
  private let inner: (any StubOperator)?

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    let expression = operand.value.kind == .object ? operand["expression"] : operand
    guard let expression else { throw operand.problem("expected an 'expression', a JSONPath") }
    if reader.dialect == .strict {
      path = try StubJSONPath(expression)
    } else {
      _ = try expression.string()
      path = try? StubJSONPath(expression)
    }
    inner =
      operand.value.kind == .object && (reader.dialect == .strict || reader.hasOperator(operand))
      ? try reader.read(operand, beside: ["expression"]) : nil
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let path, let json = value?.json else { return false }
    let found = path.values(in: json)
    guard let inner else {
      return path.isDefinite
        ? found.contains { !$0.isNull && !([.array, .object].contains($0.kind) && $0.isEmpty) }
        : !found.isEmpty
    }
    var items = found
    if path.isDefinite, let list = found.first, list.kind == .array {
      items = Array(list.elements)
      // A list is looked at one by one, and as a whole by operators that read JSON.
      if inner is EqualToJSON || inner is MatchesJSONPath || inner is MatchesJSONSchema {
        items.append(list)
      }
    }
    items.removeAll(where: \.isNull)
    if items.isEmpty { return inner.concernsAbsence && inner.matches(nil, at: now) }
    return items.contains { inner.matches(Self.value($0), at: now) }
  }

  private static func value(_ json: JSONValue) -> StubValue {
    switch json.kind {
    case .string: return StubValue(json.string ?? "")
    case .array, .object:
      var writer = JSONWriter(style: .pretty)
      writer.value(json)
      return StubValue(json: json, text: writer.text)
    case .null, .boolean, .number: return StubValue(json: json, text: json.text)
    }
  }
}
