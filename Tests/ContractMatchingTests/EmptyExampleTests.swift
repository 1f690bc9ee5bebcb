import JSONText
import Testing

/// Rules at arrays and objects whose example is empty: there is nothing to compare with but the rules.
@Suite struct EmptyExampleTests {
  private func differences(_ expected: String, _ actual: String, _ rule: String) throws -> [String]
  {
    try JSONMatchingTests.differences(
      #"{"a": \#(expected)}"#, #"{"a": \#(actual)}"#,
      rules: #"{"$.a": {"matchers": [\#(rule)]}}"#, isRequest: true)
  }

  @Test func `rules for values at an empty array are for its elements`() throws {
    let rule = #"{"match": "boolean"}"#
    #expect(try differences("[]", "[true, false]", rule) == [])
    #expect(
      try differences("[]", "[true, 1]", rule) == [
        "$.a[1]: Expected 1 (Integer) to match a boolean"
      ])
  }

  @Test func `type at an empty array says nothing of its elements`() throws {
    #expect(try differences("[]", #"[1, "x", {"y": []}]"#, #"{"match": "type"}"#) == [])
  }

  @Test func `eachValue in eachValue is asked below an empty example`() throws {
    let inner = #"{"match": "eachValue", "rules": [{"match": "integer"}]}"#
    let rule = #"{"match": "eachValue", "rules": [\#(inner)]}"#
    #expect(try differences("[]", "[[1], [2, 3]]", rule) == [])
    #expect(try differences("{}", #"{"x": {"y": 1}}"#, rule) == [])
    #expect(
      try differences("[]", #"[[1], ["s"]]"#, rule) == [
        "$.a[1][0]: Expected 's' (String) to be an integer"
      ])
    #expect(
      try differences("[]", "[4]", rule) == [
        "$.a[0]: Expected 4 (Integer) to be an array or an object"
      ])
  }
}
