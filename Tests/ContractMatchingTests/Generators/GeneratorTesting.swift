import ContractFiles
import ContractMatching
import ContractModel
import JSONText
import Testing

/// What the tests of generators share.
enum GeneratorTesting {
  /// 22 November 2026, 15:16:15.611 UTC.
  static let now = Moment(secondsSinceEpoch: 1_795_360_575, nanoseconds: 611_000_000)

  static func context(
    _ mode: GenerationContext.Mode = .consumer, seed: UInt64 = 1, state: String? = nil,
    url: String? = nil
  ) throws -> GenerationContext {
    GenerationContext(
      mode: mode, now: now, providerState: try state.map { try JSONValue(parsing: $0) },
      mockServerURL: url, random: SeededNumbers(seed: seed))
  }

  /// A request of version 4.
  static func request(_ json: String) throws -> HTTPRequest {
    try BareExchange.request(try JSONValue(parsing: json), .v4, file: "r.json")
  }

  /// A response of version 4.
  static func response(_ json: String) throws -> HTTPResponse {
    try BareExchange.response(try JSONValue(parsing: json), .v4, file: "r.json")
  }

  /// A response with a JSON body and generators for it.
  static func response(
    body: String, generators: String, rules: String = "{}"
  ) throws -> HTTPResponse {
    try response(
      #"{"headers": {"Content-Type": ["application/json"]}, "body": {"contentType":"#
        + #" "application/json", "content": \#(body)}, "generators": {"body": \#(generators)},"#
        + #" "matchingRules": {"body": \#(rules)}}"#)
  }

  static func generate(
    _ request: HTTPRequest, _ context: GenerationContext
  ) throws -> HTTPRequest {
    var context = context
    let plan = try GeneratorPlan(request.generators, rules: request.rules, mode: context.mode)
    return try plan.generate(request, &context)
  }

  static func generate(
    _ response: HTTPResponse, _ context: GenerationContext
  ) throws -> HTTPResponse {
    var context = context
    let plan = try GeneratorPlan(response.generators, rules: response.rules, mode: context.mode)
    return try plan.generate(response, &context)
  }

  /// The body after its generators, as text.
  static func body(
    _ body: String, _ generators: String, rules: String = "{}", _ context: GenerationContext
  ) throws -> String {
    let response = try response(body: body, generators: generators, rules: rules)
    let bytes = try generate(response, context).body.bytes
    return String(decoding: bytes ?? [], as: UTF8.self)
  }

  /// What one generator makes in place of an example.
  static func value(
    _ generator: String, like example: String = #""x""#, _ context: GenerationContext
  ) throws -> JSONValue {
    try JSONValue(
      parsing: try body(#"{"a": \#(example)}"#, #"{"$.a": \#(generator)}"#, context))["a"] ?? .null
  }

  /// The message of the error that compiling generators of a body ends with.
  static func compilationError(
    _ definition: String, _ category: MatchingRuleSet.Category = .body, at selector: String = "$.a"
  ) throws -> String? {
    let entry = GeneratorEntry(
      category, selector, definition: try JSONValue(parsing: definition))
    do throws(RuleError) {
      _ = try GeneratorPlan([entry], rules: [], mode: .provider)
      return nil
    } catch {
      #expect(error.rule != nil)
      return error.message
    }
  }
}
