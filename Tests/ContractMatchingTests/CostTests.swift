import ContractMatching
import ContractModel
import JSONText
import TestSupport
import Testing

/// What is expensive stays in bounds; the limits only guard against a hang.
@Suite(.timeLimit(.minutes(1)))
struct CostTests {
  private func differences(_ expected: String, _ actual: String, _ rule: String) throws -> [String]
  {
    try JSONMatchingTests.differences(
      expected, actual, rules: #"{"$": {"matchers": [\#(rule)]}}"#, isRequest: true)
  }

  @Test func `a list full of bad texts ends`() throws {
    let bad = #""\#(String(repeating: "a", count: 40))!""#
    let list = "[" + Array(repeating: bad, count: 2_000).joined(separator: ", ") + "]"
    let found = try differences(#"["a"]"#, list, #"{"match": "regex", "regex": "(a+)+$"}"#)
    #expect(found.count == 2_000)
    #expect(found.allSatisfy { $0.contains("The rule regex '(a+)+$' gave up") })
  }

  @Test func `a long text may take more steps than a short one`() throws {
    let text = #""\#(String(repeating: "ab", count: 50_000))c""#
    #expect(try differences(text, text, #"{"match": "regex", "regex": "[ab]*?c"}"#) == [])
  }

  @Test func `many elements that have no partner are all told`() throws {
    let expected = "[" + (0..<3_000).map { "\"e\($0)\"" }.joined(separator: ", ") + "]"
    let actual = "[" + (0..<3_000).map { "\"a\($0)\"" }.joined(separator: ", ") + "]"
    let found = try differences(expected, actual, #"{"match": "ignore-order"}"#)
    #expect(found.count == 3_000)
  }

  @Test func `include looks for bytes`() throws {
    let text = #""\#(String(repeating: "a", count: 200_000))""#
    let part = String(repeating: "a", count: 1_000) + "b"
    #expect(try differences(text, text, #"{"match": "include", "value": "\#(part)"}"#).count == 1)
  }
}
