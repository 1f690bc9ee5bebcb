import ContractMatching
import JSONText
import StubModel

/// `{"equalToJson": {…}, "ignoreArrayOrder": true, "ignoreExtraElements": true}`
struct EqualToJSON: StubOperatorKind {
  static let names = ["equalToJson"]
  static let options: Set<String> = ["ignoreArrayOrder", "ignoreExtraElements", "jsonCompareMode"]

  private let equality: JSONEquality

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    var ignoresOrder = try pattern["ignoreArrayOrder"]?.boolean() ?? false
    var ignoresExtra = try pattern["ignoreExtraElements"]?.boolean() ?? false
    if let mode = pattern["jsonCompareMode"] {
      let modes = ["NON_EXTENSIBLE", "LENIENT", "STRICT", "STRICT_ORDER"]
      let name = try mode.string()
      guard modes.contains(name) else {
        throw mode.problem("expected one of \(modes.joined(separator: ", "))")
      }
      ignoresOrder = name == "LENIENT" || name == "NON_EXTENSIBLE"
      ignoresExtra = name == "LENIENT" || name == "STRICT_ORDER"
    }
    var expected = operand.value
    if let text = operand.value.string {
      do throws(JSONSyntaxError) {
        expected = try JSONValue(parsing: text)
      } catch {
        throw operand.problem("not JSON, at \(error.position) of the text: \(error.message)")
      }
    }
    equality = try JSONEquality(
      expected, ignoresOrder: ignoresOrder, ignoresExtra: ignoresExtra, at: operand)
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    value?.json.map(equality.matches) ?? false
  }
}
