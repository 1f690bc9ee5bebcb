import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import Testing

@Suite struct GeneratorMetadataTests {
  private func message(_ metadata: String, _ generators: String) throws -> MessageContents {
    try BareExchange.message(
      try JSONValue(
        parsing: #"{"contents": {"contentType": "application/json", "content": {"a": 1}},"#
          + #" "metadata": \#(metadata), "generators": \#(generators)}"#), .v4, file: "m.json")
  }

  @Test(arguments: [
    (#"{"a": "1", "b": 1, "c": {"d": 1}}"#, "a", #"{"a":"7","b":1,"c":{"d":1}}"#),
    (#"{"a": "1", "b": 1, "c": {"d": 1}}"#, "b", #"{"a":"1","b":7,"c":{"d":1}}"#),
    (#"{"a": "1", "b": 1, "c": {"d": 1}}"#, "$.c.d", #"{"a":"1","b":1,"c":{"d":7}}"#),
    (#"{"a.b": "1"}"#, "a.b", #"{"a.b":"7"}"#), (#"{"a": 1}"#, "b", #"{"a":1,"b":7}"#),
    (#"{"a": 1}"#, "$.b", #"{"a":1,"b":7}"#), ("null", "b", #"{"b":7}"#),
    (#"{"a": 1}"#, "$.b.c", #"{"a":1}"#),
  ])
  func `metadata is replaced by name, or added`(
    metadata: String, selector: String, expected: String
  ) throws {
    let message = try message(
      metadata,
      #"{"metadata": {"\#(selector)": {"type": "RandomInt", "min": 7, "max": 7}}}"#)
    var context = try GeneratorTesting.context()
    let plan = try GeneratorPlan(message.generators, rules: [], mode: .consumer)
    #expect(try plan.generate(message, &context).metadata?.description == expected)
  }

  @Test func `contents are replaced too`() throws {
    let message = try message(
      #"{"x": "1"}"#,
      #"{"content": {"$.a": {"type": "RandomInt", "min": 7, "max": 7}}, "metadata": {"x":"#
        + #" {"type": "ProviderState", "expression": "id"}}}"#)
    var context = try GeneratorTesting.context(.provider, state: #"{"id": [1]}"#)
    let plan = try GeneratorPlan(message.generators, rules: [], mode: .provider)
    let generated = try plan.generate(message, &context)
    #expect(generated.body.bytes == Array(#"{"a":7}"#.utf8))
    #expect(generated.metadata?.description == #"{"x":[1]}"#)
    #expect(generated.generators.isEmpty)
    #expect(plan.unused(in: message) == [])
  }
}
