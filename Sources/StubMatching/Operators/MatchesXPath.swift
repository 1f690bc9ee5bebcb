import ContractMatching
import JSONText
import StubModel

/// `{"matchesXPath": "//a"}`, or `{"matchesXPath": {"expression": "//a/text()", "equalTo": "b"}}`.
///
/// Alone it holds when the expression finds a node; with an operator, any node that it finds, or the
/// number, text or boolean that it gives, may fulfil it.
struct MatchesXPath: StubOperatorKind {
  static let names = ["matchesXPath"]
  static let options: Set<String> = ["xPathNamespaces"]

  private let expression: XPathExpression
  private let inner: (any StubOperator)?

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    let text = operand.value.kind == .object ? operand["expression"] : operand
    guard let text else { throw operand.problem("expected an 'expression', an XPath") }
    var namespaces: [(prefix: String, uri: String)] = []
    if let given = pattern["xPathNamespaces"] {
      try given.object()
      for (prefix, uri) in given.members { namespaces.append((prefix, try uri.string())) }
    }
    let source = try text.string()
    do throws(RuleError) {
      expression = try XPathExpression(source, namespaces: namespaces)
    } catch {
      throw text.problem(error.message)
    }
    inner =
      operand.value.kind == .object ? try reader.read(operand, beside: ["expression"]) : nil
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let value, let result = expression.evaluate(value.bytes) else { return false }
    switch result {
    case .nodes(let nodes):
      guard let inner else { return !nodes.isEmpty }
      if nodes.isEmpty { return inner.concernsAbsence && inner.matches(nil, at: now) }
      return nodes.contains { inner.matches(StubValue($0), at: now) }
    case .value(let text): return inner?.matches(StubValue(text), at: now) ?? false
    }
  }
}
