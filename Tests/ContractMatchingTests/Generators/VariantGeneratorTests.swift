import ContractMatching
import ContractModel
import Testing

@Suite struct VariantGeneratorTests {
  private static let url =
    #"{"type": "MockServerURL", "example": "http://l/o/1", "regex": "http://l(/o/\\d+)"}"#
  private static let example =
    #"{"links": [{"href": "http://l/o/1", "m": "PUT"}, {"href": "http://l/o/1", "m": "GET"}]}"#

  private static func rules(_ variants: String) -> String {
    #"{"$.links": {"matchers": [{"match": "arrayContains", "variants": [\#(variants)]}]}}"#
  }

  private func body(_ variants: String, _ generators: String = "{}") throws -> String {
    try GeneratorTesting.body(
      Self.example, generators, rules: Self.rules(variants),
      try GeneratorTesting.context(url: "http://m"))
  }

  @Test(arguments: [
    (
      #"{"index": 1, "rules": {}, "generators": {"$.href": \#(url)}}"#,
      #"{"links":[{"href":"http://l/o/1","m":"PUT"},{"href":"http://m/o/1","m":"GET"}]}"#
    ),
    (
      #"{"generators": {"$.href": \#(url)}}, {"generators": {"$.*": \#(url)}}"#,
      #"{"links":[{"href":"http://m/o/1","m":"PUT"},{"href":"http://m/o/1","m":"http://m/o/1"}]}"#
    ),
    (
      #"{"index": 0, "rules": {}}, {"index": -1, "generators": {"$.m": \#(url)}}, 7"#,
      #"{"links":[{"href":"http://l/o/1","m":"PUT"},{"href":"http://l/o/1","m":"GET"}]}"#
    ),
  ])
  func `generators of a variant start at its element`(variants: String, expected: String) throws {
    #expect(try body(variants) == expected)
  }

  @Test func `generators of the body come before those of a variant`() throws {
    let fixed = #"{"type": "Regex", "regex": "x"}"#
    let body = try body(
      #"{"index": 0, "generators": {"$.m": \#(Self.url)}}"#, #"{"$.links[0].m": \#(fixed)}"#)
    #expect(body.contains(#""m":"x""#))
  }

  @Test func `variants may lie in variants`() throws {
    let inner =
      #"{"match": "array-contains", "variants": [{"index": 1, "generators": {"$": \#(Self.url)}}]}"#
    let body = try GeneratorTesting.body(
      #"[{"all": ["a", "b"]}]"#, "{}",
      rules: #"{"$": {"matchers": [{"match": "arrayContains", "variants": [{"index": 0, "rules":"#
        + #" {"$.all": {"matchers": [\#(inner)]}}}]}]}}"#,
      try GeneratorTesting.context(url: "http://m"))
    #expect(body == #"[{"all":["a","http://m/o/1"]}]"#)
  }

  @Test(arguments: [
    (#"{"generators": {"$.a b": {"type": "Uuid"}}}"#, "'$.a b' is no path expression"),
    (#"{"generators": {"$.a": {"type": "Wat"}}}"#, "the generator 'Wat' is not known"),
  ])
  func `a bad generator in a variant is told of`(variant: String, reason: String) throws {
    let error = #expect(throws: RuleError.self) { try body(variant) }
    #expect(error?.message.contains(reason) == true)
    #expect(error?.rule != nil)
  }

  @Test func `rules that are no variants are not looked at`() throws {
    let response = try GeneratorTesting.response(
      body: Self.example, generators: "{}",
      rules: #"{"$.links": {"matchers": [{"match": "type", "variants": [{"generators":"#
        + #" {"$.m": {"type": "Wat"}}}]}]}}"#)
    #expect(try GeneratorPlan([], rules: response.rules, mode: .consumer).isEmpty)
  }
}
