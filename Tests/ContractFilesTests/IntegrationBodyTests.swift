import ContractFiles
import ContractModel
import JSONText
import Testing

@Suite struct IntegrationBodyTests {
  /// The response of a contract of version 3 that has this body.
  static func response(_ body: String, _ members: String = "") throws -> HTTPResponse {
    let text = #"{"description": "d", "request": {}, "response": {"body": \#(body)\#(members)}}"#
    let contract = try PactReaderTests.contract(PactReaderTests.file(text, version: "3.0.0"))
    switch contract.interactions.first?.content {
    case .http(_, let response): return response
    case .unusable(let diagnostic): throw diagnostic
    default: throw Diagnostic(.error, "no HTTP interaction")
    }
  }

  static func text(_ response: HTTPResponse) -> String {
    response.body.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "none"
  }

  /// `path: rule` for each rule.
  static func lines(_ rules: [MatchingRuleSet]) -> [String] {
    rules.flatMap { set in
      set.rules.map { rule in "\(set.category.rawValue) \(set.selector): \(rule)" }
    }
  }

  static func lines(_ generators: [GeneratorEntry]) -> [String] {
    generators.map { "\($0.category.rawValue) \($0.selector): \($0.definition)" }
  }

  @Test(arguments: [
    (
      #"{"id": {"pact:matcher:type": "type", "value": 1}, "x": [2, {"pact:matcher:type": "integer", "value": 3}]}"#,
      #"{"id":1,"x":[2,3]}"#,
      [#"body $.id: {"match":"type"}"#, #"body $.x[1]: {"match":"integer"}"#]
    ),
    (
      #"{"pact:matcher:type": "regex", "regex": "\\w+", "value": "b"}"#, #""b""#,
      [#"body $: {"match":"regex","regex":"\\w+"}"#]
    ),
    (
      #"{"a": {"pact:matcher:type": "type", "min": 1, "value": [{"b c": {"pact:matcher:type": "decimal", "value": 1.50}, "7": {"pact:matcher:type": "boolean", "value": true}}]}}"#,
      #"{"a":[{"b c":1.50,"7":true}]}"#,
      [
        #"body $.a: {"match":"type","min":1}"#, #"body $.a[*]['b c']: {"match":"decimal"}"#,
        #"body $.a[*]['7']: {"match":"boolean"}"#,
      ]
    ),
    (
      #"{"pact:matcher:type": "date", "format": "yyyy", "value": "2000"}"#, #""2000""#,
      [#"body $: {"match":"date","format":"yyyy"}"#]
    ),
    (
      #"{"pact:matcher:type": "timestamp", "timestamp": "yyyy", "value": "2000"}"#, #""2000""#,
      [#"body $: {"match":"datetime","format":"yyyy"}"#]
    ),
    (
      #"{"pact:matcher:type": "include", "value": "part"}"#, #""part""#,
      [#"body $: {"match":"include","value":"part"}"#]
    ),
    (
      #"{"pact:matcher:type": "content-type", "value": "image/png"}"#, #""image/png""#,
      [#"body $: {"match":"contentType","value":"image/png"}"#]
    ),
    (
      #"{"pact:matcher:type": "min-max-type", "min": "1", "max": 4, "value": [1, 2]}"#, "[1,2]",
      [#"body $: {"match":"type","min":1,"max":4}"#]
    ),
    (
      #"{"pact:matcher:type": "statusCode", "status": [200, 201], "value": 200}"#, "200",
      [#"body $: {"match":"statusCode","status":[200,201]}"#]
    ),
    (#"{"pact:matcher:type": "null"}"#, "null", [#"body $: {"match":"null"}"#]),
    (
      #"{"pact:matcher:type": "values", "value": {"k": {"pact:matcher:type": "type", "value": 1}, "l": {"pact:matcher:type": "type", "value": 2}}}"#,
      #"{"k":1,"l":2}"#, [#"body $: {"match":"values"}"#, #"body $.*: {"match":"type"}"#]
    ),
    (
      #"{"pact:matcher:type": ["notEmpty", "type"], "value": "x"}"#, #""x""#,
      [#"body $: {"match":"notEmpty"}"#, #"body $: {"match":"type"}"#]
    ),
    (
      #"{"pact:matcher:type": [{"pact:matcher:type": "include", "value": "a"}, "matching(type, 'x')"], "value": "abc"}"#,
      #""abc""#,
      [#"body $: {"match":"include","value":"a"}"#, #"body $: {"match":"type"}"#]
    ),
  ])
  func `an object with a matcher stands for its example and its rules`(
    body: String, example: String, rules: [String]
  ) throws {
    let response = try Self.response(body)
    #expect(Self.text(response) == example)
    #expect(Self.lines(response.rules) == rules)
    #expect(response.generators.isEmpty)
  }

  @Test(arguments: [
    (
      #"{"pact:matcher:type": "integer", "pact:generator:type": "RandomInt", "min": 1, "max": 10, "value": 5}"#,
      "5", [#"body $: {"match":"integer"}"#],
      [#"body $: {"type":"RandomInt","min":1,"max":10}"#]
    ),
    (
      #"{"pact:matcher:type": "regex", "pact:generator:type": "Regex", "regex": "\\d", "value": "5"}"#,
      #""5""#, [#"body $: {"match":"regex","regex":"\\d"}"#],
      [#"body $: {"type":"Regex","regex":"\\d"}"#]
    ),
    (
      #"[{"pact:generator:type": "Uuid", "format": "URN", "value": "u"}]"#, #"["u"]"#, [],
      [#"body $[0]: {"type":"Uuid","format":"URN"}"#]
    ),
    (
      #"{"pact:matcher:type": "type", "pact:generator:type": "ProviderState", "expression": "${id}", "value": 1}"#,
      "1", [#"body $: {"match":"type"}"#],
      [#"body $: {"type":"ProviderState","expression":"${id}"}"#]
    ),
    (
      #"{"pact:matcher:type": "type", "value": [{"pact:generator:type": "RandomBoolean", "value": true}, {"pact:generator:type": "RandomBoolean", "value": false}]}"#,
      "[true,false]", [#"body $: {"match":"type"}"#], [#"body $[*]: {"type":"RandomBoolean"}"#]
    ),
  ])
  func `an object with a generator stands for its example and its generator`(
    body: String, example: String, rules: [String], generators: [String]
  ) throws {
    let response = try Self.response(body)
    #expect(Self.text(response) == example)
    #expect(Self.lines(response.rules) == rules)
    #expect(Self.lines(response.generators) == generators)
  }

  @Test(arguments: [
    (#"{"pact:matcher:type": "type", "min": 3, "value": ["x"]}"#, #"["x","x","x"]"#),
    (#"{"pact:matcher:type": "type", "examples": 2, "value": [1.0]}"#, "[1.0,1.0]"),
    (#"{"pact:matcher:type": "type", "min": 1, "examples": 2, "value": [[]]}"#, "[[],[]]"),
    (#"{"pact:matcher:type": "type", "max": 4, "value": ["x"]}"#, #"["x"]"#),
    (#"{"pact:matcher:type": "type", "min": 3, "value": [1, 2]}"#, "[1,2]"),
    (#"{"pact:matcher:type": "atLeast(2), atMost(3)", "value": ["x"]}"#, #"["x","x"]"#),
  ])
  func `one example element is repeated as often as is asked for`(
    body: String, example: String
  ) throws {
    #expect(Self.text(try Self.response(body)) == example)
  }

  @Test func `an array that contains variants has a rule with the rules of each`() throws {
    let response = try Self.response(
      """
      {"a": {"pact:matcher:type": "arrayContains", "variants": [
        {"id": {"pact:matcher:type": "integer", "pact:generator:type": "RandomInt", "value": 1}},
        "plain", [{"pact:matcher:type": "type", "value": 2}]]}}
      """)
    #expect(Self.text(response) == #"{"a":[{"id":1},"plain",[2]]}"#)
    let first =
      #"{"index":0,"rules":{"$.id":{"combine":"AND","matchers":[{"match":"integer"}]}},"#
      + #""generators":{"$.id":{"type":"RandomInt"}}}"#
    let last = #"{"index":2,"rules":{"$[0]":{"combine":"AND","matchers":[{"match":"type"}]}}}"#
    #expect(
      Self.lines(response.rules) == [
        #"body $.a: {"match":"arrayContains","variants":[\#(first),{"index":1,"rules":{}},\#(last)]}"#
      ])
    #expect(response.generators.isEmpty)
  }

  @Test(arguments: [
    (
      #"{"pact:matcher:type": "eachKey", "rules": [{"pact:matcher:type": "regex", "regex": "\\d"}], "value": {"1": 2}}"#,
      #"{"1":2}"#,
      [#"body $: {"match":"eachKey","rules":[{"match":"regex","regex":"\\d"}]}"#]
    ),
    (
      #"{"pact:matcher:type": "each-value", "rules": ["matching(type, 100)", {"match": "number"}], "value": {"k": {"x": {"pact:matcher:type": "type", "value": 1}}}}"#,
      #"{"k":{"x":1}}"#,
      [
        #"body $: {"match":"eachValue","rules":[{"match":"type"},{"match":"number"}]}"#,
        #"body $.*.x: {"match":"type"}"#,
      ]
    ),
    (
      #"{"pact:matcher:type": "eachValue", "rules": [{"pact:matcher:type": "type", "value": 100}]}"#,
      "[100]", [#"body $: {"match":"eachValue","rules":[{"match":"type"}]}"#]
    ),
    (
      #"{"pact:matcher:type": [{"pact:matcher:type": "each-key", "value": "A-1", "rules": [{"pact:matcher:type": "regex", "regex": "\\w-\\d"}]}, {"pact:matcher:type": "each-value", "rules": [{"pact:matcher:type": "type"}]}], "A-1": {"title": "t"}}"#,
      #"{"A-1":{"title":"t"}}"#,
      [
        #"body $: {"match":"eachKey","rules":[{"match":"regex","regex":"\\w-\\d"}],"value":"A-1"}"#,
        #"body $: {"match":"eachValue","rules":[{"match":"type"}]}"#,
      ]
    ),
  ])
  func `rules for every key or value have rules of their own`(
    body: String, example: String, rules: [String]
  ) throws {
    let response = try Self.response(body)
    #expect(Self.text(response) == example)
    #expect(Self.lines(response.rules) == rules)
  }

  @Test func `rules of the file come first and win`() throws {
    let response = try Self.response(
      #"""
      {"a": {"pact:matcher:type": "type", "value": 1}, "b": {"pact:matcher:type": "integer",
       "pact:generator:type": "RandomInt", "value": 2}, "c": {"pact:generator:type": "RandomInt", "value": 3}}
      """#,
      #"""
      , "matchingRules": {"header": {"X": {"matchers": [{"match": "type"}]}},
        "body": {"$['a']": {"matchers": [{"match": "number"}]}}},
        "generators": {"body": {"$.c": {"type": "Uuid"}}}
      """#)
    #expect(
      Self.lines(response.rules) == [
        #"header X: {"match":"type"}"#,
        #"body $['a']: {"match":"number"}"#, #"body $.b: {"match":"integer"}"#,
      ])
    #expect(
      Self.lines(response.generators) == [
        #"body $.c: {"type":"Uuid"}"#, #"body $.b: {"type":"RandomInt"}"#,
      ])
  }

  @Test(arguments: [
    (
      "2.0.0",
      #"{"description": "d", "request": {}, "response": {"body": {"pact:matcher:type": "type", "value": [1]}}}"#
    ),
    (
      "4.0",
      #"{"description": "d", "request": {}, "response": {"body": {"contentType": "application/json", "content": {"pact:matcher:type": "type", "value": [1]}}}}"#
    ),
    (
      "4.0",
      #"{"description": "d", "request": {}, "response": {"body": {"contentType": "application/json", "content": "{\"pact:matcher:type\": \"type\", \"value\": [1]}"}}}"#
    ),
    (
      "4.0",
      #"{"description": "d", "type": "Asynchronous/Messages", "contents": {"encoded": "JSON", "content": {"pact:matcher:type": "type", "value": [1]}}}"#
    ),
    (
      "4.0",
      #"{"description": "d", "type": "Synchronous/Messages", "request": {}, "response": [{"contents": {"content": {"pact:matcher:type": "type", "value": [1]}}}]}"#
    ),
    (
      "3.0.0",
      #"{"description": "d", "contents": {"pact:matcher:type": "type", "value": [1]}}"#
    ),
  ])
  func `bodies and contents of every version are read so`(
    version: String, interaction: String
  ) throws {
    let contract = try PactReaderTests.contract(
      PactReaderTests.file(interaction, version: version))
    let (body, rules) =
      switch contract.interactions.first?.content {
      case .http(_, let response): (response.body, response.rules)
      case .message(let message): (message.body, message.rules)
      case .synchronousMessage(_, let responses):
        (responses.first?.body ?? .missing, responses.first?.rules ?? [])
      default: (Body.missing, [MatchingRuleSet]())
      }
    #expect(body.bytes == Array("[1]".utf8))
    #expect(Self.lines(rules) == [#"body $: {"match":"type"}"#])
  }

  @Test func `the rules of a response are left out for playing, its example is not`() {
    let text = PactReaderTests.file(
      #"""
      {"description": "d", "request": {"body": {"pact:matcher:type": "type", "value": 1}}, "response":
        {"body": {"pact:matcher:type": "type", "pact:generator:type": "Uuid", "value": 2}}}
      """#, version: "3.0.0")
    var played: [Interaction] = []
    _ = ContractFile(reading: Array(text.utf8), file: "contract.json") { interaction, _ in
      played.append(interaction)
    }
    guard case .http(let request, let response)? = played.first?.content else {
      Issue.record("no HTTP interaction")
      return
    }
    #expect(Self.lines(request.rules) == [#"body $: {"match":"type"}"#])
    #expect(Self.text(response) == "2")
    #expect(response.rules.isEmpty)
    #expect(Self.lines(response.generators) == [#"body $: {"type":"Uuid"}"#])
  }

  @Test func `a body with the marker's text but no marker stays as it is`() throws {
    let body = #"{"pact:other": "pact:matcher:type", "x": "\"pact:matcher:type\""}"#
    let response = try Self.response(body)
    #expect(response.body.content == .json(try JSONValue(parsing: body)))
    guard case .json(let value) = response.body.content else { return }
    #expect(value.position.line == 2)
  }
}
