import Foundation
import JSONSchema

/// Patterns by the engine of Foundation, which is near enough to ECMA-262 for the suite.
struct FoundationPatterns: PatternMatching {
  func compile(_ pattern: String) throws -> any CompiledPattern {
    FoundationPattern(expression: try NSRegularExpression(pattern: pattern))
  }
}

struct FoundationPattern: CompiledPattern, @unchecked Sendable {
  let expression: NSRegularExpression

  func matches(_ text: String) -> Bool {
    let all = NSRange(text.startIndex..., in: text)
    return expression.firstMatch(in: text, range: all) != nil
  }
}
