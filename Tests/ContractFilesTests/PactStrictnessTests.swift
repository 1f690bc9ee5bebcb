import ContractFiles
import ContractModel
import JSONText
import Testing

/// Mistakes that would otherwise stay unseen, and what real writers write, which is none.
@Suite struct PactStrictnessTests {
  static func file(_ members: String) -> String {
    #"{"consumer": {"name": "a"}, "provider": {"name": "b"}\#(members)}"#
  }

  @Test(arguments: [
    (
      #", "interactions": {}"#, "1:72: error: expected an array for 'interactions', found an object"
    ),
    (
      #", "interactions": [], "metadata": 1"#,
      "1:88: error: expected an object for 'metadata', found a number"
    ),
    (
      #", "interactions": [], "metadata": {"pactSpecification": {}}"#,
      "1:110: error: expected the 'version' of the Pact specification"
    ),
    (
      #", "metadata": {"pactSpecification": {"version": "4.0"}}"#,
      "1:1: error: expected 'interactions', an array, in a contract of version 4"
    ),
    (
      #", "interaction": []"#,
      "1:1: warning: the contract has neither 'interactions' nor 'messages'"
    ),
  ])
  func `a file of a wrong shape is noted`(members: String, diagnostic: String) {
    let file = PactReaderTests.read(Self.file(members))
    #expect(file.diagnostics.map(\.description) == ["contract.json:\(diagnostic)"])
    #expect((file.content == nil) == diagnostic.contains("error"))
  }

  @Test(arguments: [
    "", #", "interactions": null, "messages": []"#, #", "interactions": [], "metadata": null"#,
    #", "interactions": [], "metadata": {"pactSpecification": null}"#,
    #", "interactions": [], "metadata": {"pactSpecification": {"version": null}, "pact-specification": {"version": "2.0.0"}}"#,
    #", "interactions": [], "metadata": {"pactSpecification": "3.0.0"}"#,
    #", "metadata": {"pactSpecification": {"version": "2.0.0"}}, "messages": []"#,
    #", "metadata": {"pactSpecification": {"version": "3.0.0"}}"#,
  ])
  func `a file that real writers write is read`(members: String) {
    let file = PactReaderTests.read(Self.file(members))
    #expect(!file.diagnostics.contains { $0.severity == .error }, "\(file.diagnostics)")
    #expect(file.content != nil)
  }

  @Test(arguments: [
    (#""request": {"method": "GET IT"}"#, "'GET IT' is no HTTP method"),
    (#""request": {"method": ""}"#, "'' is no HTTP method"),
    (#""request": {"method": 1}"#, "expected a string for 'method', found a number"),
    (#""request": {"path": 1}"#, "expected a string for 'path', found a number"),
    (#""request": {"query": []}"#, "expected an object for 'query', found an array"),
    (#""request": {"headers": []}"#, "expected an object for 'headers', found an array"),
    (
      #""request": {"headers": {"A": {}}}"#, "expected text for 'A', found an object"
    ),
    (#""request": []"#, "expected an object for 'request', found an array"),
    (
      #""request": {}, "providerStates": {"name": "a"}"#,
      "expected an array for 'providerStates', found an object"
    ),
    (#""request": {}, "providerStates": [1]"#, "expected a provider state with a 'name'"),
    (
      #""request": {"matchingRules": []}"#,
      "expected an object for 'matchingRules', found an array"
    ),
    (
      #""request": {"matchingRules": {"body": {"$": {"matchers": [1]}}}}"#,
      "expected an object for 'matching rule', found a number"
    ),
    (
      #""request": {"matchingRules": {"body": {"$": {"matchers": [{}]}}}}"#,
      "the matching rule has no 'match'"
    ),
    (
      #""request": {"matchingRules": {"$.body": {"match": 1}}}"#,
      "expected a string for 'match', found a number"
    ),
    (
      #""request": {"generators": {"body": {"$.a": "Uuid"}}}"#,
      "expected an object for 'generator', found a string"
    ),
    (
      #""request": {"generators": {"body": {"$.a": {"typ": "Uuid"}}}}"#,
      "the generator has no 'type'"
    ),
    (
      #""request": {"generators": {"body": {"$.a[": {"type": "Uuid"}}}}"#,
      "'$.a[' is no path expression: expected an index, '*' or a quote at character 5, but the expression ends"
    ),
  ])
  func `an interaction of a wrong shape cannot be used`(
    members: String, message: String
  ) throws {
    let contract = try PactReaderTests.contract(
      PactReaderTests.file(#"{"description": "d", "response": {}, \#(members)}"#))
    guard case .unusable(let diagnostic)? = contract.interactions.first?.content else {
      Issue.record("the interaction is usable")
      return
    }
    #expect(diagnostic.message == message)
    #expect(diagnostic.position?.line == 2)
  }

  @Test(arguments: [
    #""request": {"method": null, "path": null, "query": null, "headers": null, "body": null}"#,
    #""request": {"matchingRules": null, "generators": null}, "comments": null, "pending": null"#,
    #""request": {"method": "purge"}, "providerStates": null, "key": null, "type": null"#,
    #""request": {"matchingRules": {"$.body": {"min": "1"}}}"#,
    #""request": {"matchingRules": {"$.body.a": {"match": "type", "min": "1", "max": "2"}}}"#,
    #""request": {"matchingRules": {"$.body.a": {"date": "yyyy"}}}"#,
    #""request": {"matchingRules": {"body": {"$": {"combine": null, "matchers": [{"match": "ignore-order"}]}}}}"#,
    #""request": {"headers": {"Content-Length": 5, "X": true}}"#,
  ])
  func `an interaction that real writers write can be used`(members: String) throws {
    let contract = try PactReaderTests.contract(
      PactReaderTests.file(#"{"description": "d", "response": {}, \#(members)}"#))
    #expect(contract.interactions.first?.content.kind == "http")
  }
}
