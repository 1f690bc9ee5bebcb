import ContractFiles
import ContractModel
import JSONText
import Testing

@Suite struct IntegrationWriterTests {
  static func written(
    _ interaction: String, from version: String, to specification: SpecificationVersion
  ) throws -> JSONValue {
    let contract = try PactReaderTests.contract(
      PactReaderTests.file(interaction, version: version))
    let bytes = try PactWriter(specification: specification).bytes(contract)
    let root = try JSONDocument(parsing: bytes).root
    return try #require((root["interactions"] ?? root["messages"])?.elements.first)
  }

  static let exchange = #"""
    {"x-kept": 1, "description": "d", "request": {"x-kept": 1.0, "body": {"id":
      {"pact:matcher:type": "integer", "pact:generator:type": "RandomInt", "value": 1}},
      "method": "PUT", "matchingRules": {"path": {"matchers": [{"match": "type"}]}}},
     "response": {"status": 200, "body": {"plain": 1.50}}}
    """#

  @Test func `writes the plain body and the rules, and all else as it was read`() throws {
    let written = try Self.written(Self.exchange, from: "3.0.0", to: .v3)
    let expected = #"""
      {"x-kept":1,"description":"d","request":{"x-kept":1.0,"body":{"id":1},"method":"PUT",
      "matchingRules":{"path":{"combine":"AND","matchers":[{"match":"type"}]},
      "body":{"$.id":{"combine":"AND","matchers":[{"match":"integer"}]}}},
      "generators":{"body":{"$.id":{"type":"RandomInt"}}}},
      "response":{"status":200,"body":{"plain":1.50}}}
      """#
    #expect(written.description == expected.split(separator: "\n").joined())
  }

  @Test(arguments: [SpecificationVersion.v3, .v4])
  func `writes the plain body and the rules in another version`(
    version: SpecificationVersion
  ) throws {
    let written = try Self.written(Self.exchange, from: "2.0.0", to: version)
    let request = written["request"]
    let body = version == .v4 ? request?["body"]?["content"] : request?["body"]
    #expect(body?.description == #"{"id":1}"#)
    let rules = request?["matchingRules"]?["body"]?["$.id"]?["matchers"]
    #expect(rules?.description == #"[{"match":"integer"}]"#)
  }

  @Test(arguments: [
    (
      #"{"contentType": "application/json", "x-kept": 1, "content": {"pact:matcher:type": "type", "value": [1]}}"#,
      #"{"contentType":"application/json","x-kept":1,"content":[1],"encoded":false}"#
    ),
    (
      #"{"contentType": "application/json", "encoded": false, "content": "{\"pact:matcher:type\": \"type\", \"value\": \"x\"}"}"#,
      #"{"contentType":"application/json","content":"x","encoded":"JSON"}"#
    ),
    (
      #"{"pact:matcher:type": "type", "value": {"content": 1}}"#,
      #"{"contentType":"application/json","encoded":false,"content":{"content":1}}"#
    ),
  ])
  func `writes bodies of version 4 with what says what they are`(
    body: String, expected: String
  ) throws {
    let written = try Self.written(
      #"{"description": "d", "request": {"body": \#(body)}, "response": {}}"#, from: "4.0", to: .v4)
    #expect(written["request"]?["body"]?.description == expected)
    #expect(
      written["request"]?["matchingRules"]?.description
        == #"{"body":{"$":{"combine":"AND","matchers":[{"match":"type"}]}}}"#)
  }

  @Test func `writes messages plainly`() throws {
    let template = #"{"contents": {"content": {"pact:matcher:type": "type", "value": [1]}}}"#
    let plain =
      #"{"contents":{"content":[1],"encoded":false},"#
      + #""matchingRules":{"body":{"$":{"combine":"AND","matchers":[{"match":"type"}]}}}}"#
    let written = try Self.written(
      #"""
      {"type": "Synchronous/Messages", "description": "d", "request": \#(template), "response": [\#(template), {}]}
      """#, from: "4.0", to: .v4)
    #expect(written["request"]?.description == plain)
    #expect(written["response"]?.description == "[\(plain),{}]")
    let message = try Self.written(
      #"""
      {"type": "Asynchronous/Messages", "contents": {"content": {"pact:matcher:type": "type", "value": [1]}}, "description": "d"}
      """#, from: "4.0", to: .v4)
    #expect(
      message.description
        == #"{"type":"Asynchronous/Messages","contents":{"content":[1],"encoded":false},"#
        + #""description":"d","matchingRules":{"body":{"$":{"combine":"AND","matchers":[{"match":"type"}]}}}}"#
    )
  }

  @Test func `an interaction that cannot be used is written as it was read`() throws {
    let interaction =
      #"{"description":"d","request":{"body":{"pact:matcher:type":"wat"}},"response":{}}"#
    #expect(try Self.written(interaction, from: "4.0", to: .v4).description == interaction)
  }
}
