import JSONText
import TestSupport
import Testing

extension VerifyCommandTests {
  // MARK: provider states

  static let stateful = Pact.file(
    Pact.http(
      "an order",
      states: """
        [{"name": "order 42 exists", "params": {"id": 42, "tags": ["a"], "total": 1.50}}, \
        {"name": "it is \\"paid\\""}]
        """), Pact.http("health", path: "/health"))

  /// The requests of a provider that are not about states, and the states that were posted.
  static func story(_ server: ScriptedServer) -> [String] {
    server.requests.map { request in
      request.methodAndTarget == "POST /_states"
        ? String(decoding: request.body, as: UTF8.self) : request.methodAndTarget
    }
  }

  @Test func `states are posted in order, and the empty one where there is none`() async throws {
    try await Verification.with(["a.json": Self.stateful]) { verification, server in
      let report = try await verification.report("a.json", "--state-url", server.url + "/_states")
      #expect(report.exitCode == 0)
      #expect(report.warnings == [])
      #expect(
        Self.story(server) == [
          """
          {"consumer":"web-shop","state":"order 42 exists",\
          "params":{"id":42,"tags":["a"],"total":1.50},"action":"setup"}
          """,
          #"{"consumer":"web-shop","state":"it is \"paid\"","params":{},"action":"setup"}"#,
          "GET /orders/42",
          #"{"consumer":"web-shop","state":"","params":{},"action":"setup"}"#,
          "GET /health",
        ])
      #expect(server.requests.first?.header("Content-Type") == "application/json")
    }
  }

  @Test func `states are torn down where that is wished`() async throws {
    try await Verification.with(["a.json": Self.stateful]) { verification, server in
      let end = try await verification.run(
        "a.json", "--state-url", server.url + "/_states", "--state-teardown")
      #expect(end.exitCode == 0)
      let actions = Self.story(server).map { line in
        line.hasPrefix("{") ? (try? JSONValue(parsing: line))?["action"]?.string ?? "" : line
      }
      #expect(
        actions == [
          "setup", "setup", "GET /orders/42", "teardown", "teardown", "setup", "GET /health",
          "teardown",
        ])
    }
  }

  @Test func `a state that cannot be set up is 69, and is not torn down`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.text.contains("order 42 exists")
        ? .response("500 Internal Server Error", body: "no database") : .response()
    }
    try await Verification.with(["a.json": Self.stateful], provider: answer) {
      verification, server in
      let report = try await verification.report(
        "a.json", "--state-url", server.url + "/_states", "--state-teardown")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error", "passed"])
      #expect(
        report.errors[0] == """
          state change "order 42 exists" failed: 500 from \(server.url)/_states: no database
          """)
      let story = Self.story(server)
      #expect(story.count == 4)
      #expect(story.dropFirst().first?.contains(#""state":"""#) == true)
    }
  }

  @Test func `a state that cannot be torn down is 69`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.text.contains("teardown") ? .response("404 Not Found") : .response()
    }
    try await Verification.with(
      ["a.json": Pact.file(Pact.http("an order", states: Pact.state("it exists")))],
      provider: answer
    ) { verification, server in
      let report = try await verification.report(
        "a.json", "--state-url", server.url, "--state-teardown")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error"])
      #expect(report.errors[0].contains(#""it exists" failed: 404 from \#(server.url)"#))
    }
  }

  @Test func `a mismatch is not lost when its state cannot be torn down`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.methodAndTarget.hasPrefix("GET") || request.text.contains("teardown")
        ? .response("404 Not Found") : .response()
    }
    try await Verification.with(
      ["a.json": Pact.file(Pact.http("an order", states: Pact.state("it exists")))],
      provider: answer
    ) { verification, server in
      let report = try await verification.report(
        "a.json", "--state-url", server.url, "--state-teardown")
      #expect(report.exitCode == 1)
      #expect(report.statuses == ["failed"])
      #expect(report.errors[0].contains(#""it exists" failed: 404 from \#(server.url)"#))
      let mismatch = report.results[0]["mismatches"]?[0]
      #expect(mismatch?["message"]?.string == "Expected status 200 but was 404")
    }
  }

  @Test func `nobody at the state URL is 69, with the address`() async throws {
    try await Verification.with(["a.json": Self.stateful]) { verification, server in
      let nobody = ReservedPort()
      let report = try await verification.report(
        "a.json", "--state-url", "http://\(nobody.endpoint)/_states")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error", "error"])
      #expect(
        report.errors[0].hasPrefix(
          #"state change "order 42 exists" failed: \#(nobody.endpoint): "#), "\(report.errors)")
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `without a state URL each state is a warning`() async throws {
    let contract = Pact.file(
      Pact.http("an order", states: Pact.state("it exists")),
      Pact.http("the same", states: Pact.state("it exists")),
      Pact.http("another", states: Pact.state("it is old")), Pact.http("health"))
    try await Verification.with(["a.json": contract]) { verification, server in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 0)
      #expect(
        report.warnings == [
          #"no --state-url for provider state "it exists""#,
          #"no --state-url for provider state "it is old""#,
        ])
      let text = try await verification.run("a.json").output
      #expect(text.contains(#"warning: no --state-url for provider state "it exists""#))
    }
  }

  // MARK: generated requests

  private static func generated(_ states: String) -> String {
    Pact.file(
      #"""
      {"type": "Synchronous/HTTP", "description": "an order", "providerStates": \#(states),
       "request": {"method": "GET", "path": "/orders/7", "query": {"page": ["1"]},
         "generators": {"path": {"type": "ProviderState", "expression": "/orders/${id}"},
           "query": {"page": {"type": "RandomInt", "min": 100, "max": 999}}}},
       "response": {"status": 200}}
      """#.replacing("\n", with: " "))
  }

  @Test func `what a state answers with goes into the request`() async throws {
    let file = Self.generated(#"[{"name": "an order exists", "params": {"id": 1, "x": 2}}]"#)
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.methodAndTarget == "POST /_states" ? .response(body: #"{"id": 4711}"#) : .response()
    }
    try await Verification.with(["a.json": file], provider: answer) { verification, server in
      let report = try await verification.report(
        "a.json", "--state-url", server.url + "/_states", "--seed", "11")
      #expect(report.exitCode == 0)
      #expect(report.json["seed"]?.integer == 11)
      #expect(report.end.errors == "")
      let asked = try #require(Self.story(server).last)
      #expect(asked.wholeMatch(of: /GET \/orders\/4711\?page=[1-9]\d\d/) != nil, "\(asked)")
      let again = try await verification.report(
        "a.json", "--state-url", server.url + "/_states", "--seed", "11")
      #expect(again.exitCode == 0)
      #expect(Self.story(server).last == asked)
    }
  }

  @Test func `parameters of states are values too, and a missing one is an error`() async throws {
    let file = Self.generated(#"[{"name": "an order exists", "params": {"id": 12}}]"#)
    try await Verification.with(["a.json": file]) { verification, server in
      let end = try await verification.run("a.json")
      #expect(end.exitCode == 0)
      #expect(Self.story(server).last?.hasPrefix("GET /orders/12?page=") == true)
      #expect(end.errors.contains(/seed \d+/))
    }
    try await Verification.with(["a.json": Self.generated("[]")]) { verification, server in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 69)
      #expect(report.errors.first?.contains("'id'") == true, "\(report.errors)")
      #expect(Self.story(server) == [])
    }
  }
}
