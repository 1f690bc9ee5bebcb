import ContractModel
import JSONText
import StubConversion
import Testing

/// What is told of what a contract cannot say.
@Suite struct LossTests {
  static func losses(_ stub: String) throws -> [String] {
    try StubPair(stub).conversion.diagnostics.map(\.description)
  }

  @Test(arguments: [
    (#""method": "ANY", "url": "/a""#, "", "1:24", "/request/method: that any method is accepted"),
    (#""url": "/a""#, "", "1:13", "/request: that any method is accepted"),
    (
      #""method": "GET", "urlPath": "/a""#, "", "1:42",
      "/request/urlPath: a request with query parameters is not accepted any more"
    ),
    (
      #""method": "GET", "url": "/a", "headers": {"X-A": {"absent": true}}"#, "", "1:63",
      "/request/headers/X-A: that 'X-A' is not there cannot be said"
    ),
    (
      #""method": "GET", "url": "/a", "headers": {"X/A": {"doesNotMatch": "b"}}"#, "", "1:80",
      "/request/headers/X~1A/doesNotMatch: 'doesNotMatch' cannot be said"
    ),
    (
      #""method": "GET", "url": "/a", "host": {"equalTo": "localhost"}"#, "", "1:52",
      "/request/host: 'host' is no part of a contract"
    ),
    (
      #""method": "POST", "url": "/a", "bodyPatterns": [{"matchesJsonSchema": "{\"type\": \"object\"}"}]"#,
      "", "1:84", "/request/bodyPatterns/0/matchesJsonSchema: 'matchesJsonSchema' cannot be said"
    ),
    (
      #""method": "POST", "url": "/a", "multipartPatterns": [{"name": "a"}]"#, "", "1:66",
      "/request/multipartPatterns: conditions on parts cannot be said"
    ),
    (
      #""method": "GET", "url": "/a""#, #""fixedDelayMilliseconds": 100"#, "1:84",
      "/response/fixedDelayMilliseconds: a delay is no part of a contract"
    ),
    (
      #""method": "GET", "url": "/a""#, #""statusMessage": "Fine""#, "1:75",
      "/response/statusMessage: the reason phrase"
    ),
    (
      #""method": "GET", "url": "/a""#, #""bodyFileName": "none.json""#, "1:74",
      "/response/bodyFileName: the body is left out: error: no file 'none.json'"
    ),
    (
      #""method": "GET", "url": "/a""#,
      #""transformers": ["response-template"], "body": "{{request.path}}""#, "1:105",
      "/response/body: the template's expressions are lost"
    ),
  ])
  func `what is lost is told with its place`(
    request: String, response: String, place: String, message: String
  ) throws {
    let pair = try StubPair(#"{"request": {\#(request)}, "response": {\#(response)}}"#)
    #expect(pair.conversion.convertedCount == 1)
    #expect(pair.lint == [])
    let lines = pair.conversion.diagnostics.map(\.description)
    #expect(
      lines.contains { $0.hasPrefix("mappings/a.json:\(place): warning: \(message)") }, "\(lines)")
  }

  @Test(arguments: [
    (
      #""method": "GET", "url": "/a""#, #""proxyBaseUrl": "http://127.0.0.1:1""#,
      "passes requests on"
    ),
    (#""method": "GET", "url": "/a""#, #""fault": "EMPTY_RESPONSE""#, "a fault is no answer"),
    (#""method": "GET", "url": "/a""#, #""status": 700"#, "no status 700"),
    (
      #""method": "GET", "urlPathPattern": "/(?=b)c""#, "",
      "no example was found that '/(?=b)c' matches"
    ),
    (
      #""method": "GET", "url": "/a", "headers": {"X": {"matches": "(?<=a)b"}}"#, "",
      "no example was found"
    ),
  ])
  func `a stub that has no place in a contract is left out`(
    request: String, response: String, message: String
  ) throws {
    let pair = try StubPair(#"{"request": {\#(request)}, "response": {\#(response)}}"#)
    #expect(pair.conversion.summary == "converted 0 of 1 stub")
    let line = try #require(pair.conversion.diagnostics.last?.description)
    #expect(line.contains(": warning: /re"))
    #expect(line.contains(": not converted: "))
    #expect(line.contains(message))
    #expect(!pair.conversion.hasErrors)
  }

  @Test func `a stub without any loss says nothing`() throws {
    let stub = #"{"request": {"method": "GET", "url": "/a"}, "response": {"jsonBody": {"id": 1}}}"#
    let pair = try StubPair(stub)
    #expect(pair.conversion.diagnostics == [])
    #expect(pair.conversion.summary == "converted 1 of 1 stub")
  }

  @Test func `webhooks and the steps of a scenario are lost, and the state is a provider state`()
    throws
  {
    let stub = """
      {"scenarioName": "orders", "requiredScenarioState": "Paid", "newScenarioState": "Sent",
       "request": {"method": "POST", "url": "/a"}, "response": {"status": 201},
       "metadata": {"team": "shop"},
       "serveEventListeners": [{"name": "webhook", "parameters": {"method": "POST", "url": "http://127.0.0.1:1/x"}}]}
      """
    let pair = try StubPair(stub)
    let lines = pair.conversion.diagnostics.map(\.description)
    #expect(lines.count == 2, "\(lines)")
    #expect(lines[1].contains(":4:25: warning: /serveEventListeners: webhooks"))
    #expect(
      lines[0].contains(":1:81: warning: /newScenarioState: that the scenario goes on to 'Sent'"))
    let interaction = try #require(pair.conversion.contract.interactions.first)
    #expect(interaction.providerStates == [ProviderState("scenario orders is Paid")])
    #expect(interaction.remarks == ["leads scenario orders to Sent"])
    #expect(interaction.comments?["metadata"]?["team"]?.string == "shop")
  }

  @Test func `of stubs for the same request the one that answers is converted`() throws {
    let pair = try StubPair(
      """
      {"mappings": [
       {"name": "old", "request": {"method": "GET", "url": "/a"}, "response": {"status": 200}},
       {"name": "new", "request": {"method": "GET", "url": "/a"}, "response": {"status": 201}},
       {"name": "all", "priority": 9, "request": {"method": "GET", "urlPathPattern": "/a.*"}, "response": {"status": 404}},
       {"name": "no way", "priority": 1, "request": {"method": "GET", "urlPathPattern": "/x/[0-9]"}, "response": {"status": 403}},
       {"name": "one", "request": {"method": "GET", "urlPath": "/x/1"}, "response": {"status": 200}}
      ]}
      """)
    let names = pair.conversion.contract.interactions.map(\.description)
    #expect(names == ["no way", "new", "one", "all"])
    let lines = pair.conversion.diagnostics.map(\.description)
    #expect(
      lines.contains {
        $0.contains(
          ":2:29: warning: /request: not converted: it never answers, since 'new' (mappings/a.json:3)"
        )
      }, "\(lines)")
    #expect(
      lines.contains { $0.contains(": 'no way' (mappings/a.json:5) answers the example request") },
      "\(lines)")
  }

  @Test func `a contract that has another answer to an example says so`() throws {
    let pair = try StubPair(
      """
      {"mappings": [
       {"name": "any", "priority": 1, "request": {"method": "GET", "urlPathPattern": "/[0-9]"}, "response": {"status": 403}},
       {"name": "one", "request": {"method": "GET", "url": "/1"}, "response": {"status": 200}}
      ]}
      """)
    let lines = pair.conversion.diagnostics.map(\.description)
    #expect(
      lines.contains {
        $0.contains(":2:44: warning: /request: in the contract 'one' answers the example request")
      }, "\(lines)")
  }

  @Test func `descriptions are names, or method and URL, and each is unique`() throws {
    let pair = try StubPair(
      """
      {"mappings": [
       {"name": "an order", "request": {"method": "GET", "url": "/1"}, "response": {}},
       {"name": "an order", "request": {"method": "GET", "url": "/2"}, "response": {}},
       {"request": {"method": "GET_OR_HEAD", "url": "/3"}, "response": {}},
       {"request": {"method": "GET"}, "response": {}}
      ]}
      """)
    #expect(
      pair.conversion.contract.interactions.map(\.description) == [
        "an order", "an order (2)", "GET /3", "HEAD /3", "GET any URL",
      ])
    #expect(pair.conversion.summary == "converted 4 of 4 stubs")
  }

  @Test func `a stub that cannot be used is an error, and the others are converted`() throws {
    let pair = try StubPair(
      """
      {"mappings": [
       {"request": {"method": "GET", "urlPattern": "/("}, "response": {}},
       {"request": {"method": "GET", "url": "/2"}, "response": {}}
      ]}
      """)
    #expect(pair.conversion.summary == "converted 1 of 2 stubs")
    let line = try #require(pair.conversion.diagnostics.first?.description)
    #expect(line.hasPrefix("mappings/a.json:2:46: error: /request/urlPattern: "), "\(line)")
    #expect(pair.conversion.hasErrors)
  }

  @Test func `answers are compared by type, or exactly`() throws {
    let stub =
      #"{"request": {"method": "GET", "url": "/a"}, "response": {"headers": {"X-A": "1"}, "jsonBody": {"id": 1}}}"#
    func rules(_ pair: StubPair) -> [String] {
      guard case .http(_, let response)? = pair.conversion.contract.interactions.first?.content
      else { return [] }
      return response.rules.map { "\($0.category) \($0.selector) \($0.rules)" }
    }
    #expect(
      rules(try StubPair(stub)) == [
        #"header X-A [{"match":"regex","regex":".+"}]"#, #"body $.id [{"match":"integer"}]"#,
      ])
    #expect(rules(try StubPair(stub, isExact: true)) == [])
  }
}
