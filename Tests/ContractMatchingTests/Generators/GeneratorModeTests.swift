import ContractMatching
import ContractModel
import Testing

@Suite struct GeneratorModeTests {
  private static let state = #"{"type": "ProviderState", "expression": "id"}"#
  private static let url = #"{"type": "MockServerURL", "example": "/a", "regex": "(.*)"}"#
  private static let number = #"{"type": "RandomInt", "min": 5, "max": 5}"#

  private func plan(
    _ generator: String, _ mode: GenerationContext.Mode
  ) throws -> GeneratorPlan {
    let response = try GeneratorTesting.response(
      body: #"{"a": 1}"#, generators: #"{"$.a": \#(generator)}"#)
    return try GeneratorPlan(response.generators, rules: response.rules, mode: mode)
  }

  @Test(arguments: [
    (number, GenerationContext.Mode.consumer, #"{"a":5}"#), (number, .provider, #"{"a":5}"#),
    (state, .consumer, #"{"a":1}"#), (state, .provider, #"{"a":7}"#),
    (url, .consumer, #"{"a":"http://m/a"}"#), (url, .provider, #"{"a":1}"#),
  ])
  func `some generators are for one side only`(
    generator: String, mode: GenerationContext.Mode, expected: String
  ) throws {
    let body = try GeneratorTesting.body(
      #"{"a": 1}"#, #"{"$.a": \#(generator)}"#,
      try GeneratorTesting.context(mode, state: #"{"id": 7}"#, url: "http://m"))
    #expect(body == expected)
  }

  @Test(arguments: [
    (number, GenerationContext.Mode.consumer, false, false, false),
    (number, .provider, false, false, false), (state, .consumer, true, false, false),
    (state, .provider, false, true, false), (url, .consumer, false, false, true),
    (url, .provider, true, false, false),
  ])
  func `a plan tells what it needs`(
    generator: String, mode: GenerationContext.Mode, isEmpty: Bool, state: Bool, url: Bool
  ) throws {
    let plan = try plan(generator, mode)
    #expect(plan.isEmpty == isEmpty)
    #expect(plan.usesProviderState == state)
    #expect(plan.usesMockServerURL == url)
  }

  @Test func `a plan for one side is of no use for the other`() throws {
    var context = try GeneratorTesting.context(.provider)
    let plan = try plan(Self.number, .consumer)
    let error = #expect(throws: GenerationError.self) {
      try plan.generate(HTTPResponse(), &context)
    }
    #expect(error?.message.contains("prepared for the consumer") == true)
  }

  @Test func `a generator of the other side must be valid too`() throws {
    #expect(throws: RuleError.self) {
      try plan(#"{"type": "ProviderState", "expression": "${"}"#, .consumer)
    }
  }

  @Test func `without generators nothing changes but the list of them`() throws {
    let request = try GeneratorTesting.request(#"{"path": "a b", "headers": {"A": ["1"]}}"#)
    #expect(try GeneratorTesting.generate(request, try GeneratorTesting.context()) == request)
  }

  @Test func `rules stay`() throws {
    let response = try GeneratorTesting.response(
      body: #"{"a": 1}"#, generators: #"{"$.a": \#(Self.number)}"#,
      rules: #"{"$.a": {"matchers": [{"match": "integer"}]}}"#)
    let generated = try GeneratorTesting.generate(response, try GeneratorTesting.context())
    #expect(generated.rules == response.rules && !generated.rules.isEmpty)
    #expect(generated.generators.isEmpty)
  }
}
