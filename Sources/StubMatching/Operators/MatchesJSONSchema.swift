import ContractMatching
import JSONSchema
import JSONText
import StubModel

/// `{"matchesJsonSchema": {…}, "schemaVersion": "V202012"}`
struct MatchesJSONSchema: StubOperatorKind {
  static let names = ["matchesJsonSchema"]
  static let options: Set<String> = ["schemaVersion"]

  private static let drafts: [String: Draft] = [
    "V4": .draft4, "V6": .draft6, "V7": .draft7, "V201909": .draft201909, "V202012": .draft202012,
  ]

  private let schema: JSONSchema

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    var draft = Draft.draft202012
    if let version = pattern["schemaVersion"] {
      guard let known = Self.drafts[try version.string()] else {
        throw version.problem(
          "expected one of \(Self.drafts.keys.sorted().joined(separator: ", "))")
      }
      draft = known
    }
    // In a document of its own, so that references within it start at its root.
    let text = operand.value.string ?? operand.value.text
    do {
      schema = try JSONSchema(
        try JSONValue(parsing: text), draft: draft, patterns: SearchPatterns())
    } catch let error as JSONSyntaxError {
      throw operand.problem("the schema is not JSON: \(error.message)")
    } catch {
      throw operand.problem("the schema cannot be used: \(error)")
    }
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let value else { return false }
    if let json = value.json { return schema.isValid(json) }
    // A field's value is a text without quotes.
    return schema.isValid(.string(value.text))
  }
}
