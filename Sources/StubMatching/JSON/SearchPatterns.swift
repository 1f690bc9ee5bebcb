import ContractMatching
import JSONSchema

/// The regular expressions of JSON Schemas, which may match anywhere in a text.
struct SearchPatterns: PatternMatching {
  private struct Pattern: CompiledPattern {
    let expression: RegularExpression

    func matches(_ text: String) -> Bool { expression.match(text) == .matches }
  }

  func compile(_ pattern: String) throws -> any CompiledPattern {
    Pattern(expression: try RegularExpression("(?s:.*?)(?:\(pattern))(?s:.*)"))
  }
}
