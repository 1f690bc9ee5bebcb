import Foundation
import JSONText
import TestSupport
import Testing

/// Provider states over a query and by a command, states that are not known, and what may run together.
@Suite(.timeLimit(.minutes(3)))
struct VerifyStateTests {
  static let stateful = VerifyCommandTests.stateful

  // MARK: query

  @Test func `with the style query a state stands in the URL, and there is no body`() async throws {
    try await Verification.with(["a.json": Self.stateful]) { verification, server in
      let report = try await verification.report(
        "a.json", "--state-url", server.url + "/_states?key=1", "--state-style", "query",
        "--state-teardown")
      #expect(report.exitCode == 0)
      #expect(
        server.requests.prefix(3).map(\.methodAndTarget) == [
          "POST /_states?key=1&action=setup&id=42&state=order%2042%20exists&tags=%5B%22a%22%5D"
            + "&total=1.50",
          "POST /_states?key=1&action=setup&state=it%20is%20%22paid%22", "GET /orders/42",
        ])
      #expect(server.requests.last?.methodAndTarget == "POST /_states?key=1&action=teardown&state=")
      let changes = server.requests.filter { $0.methodAndTarget.hasPrefix("POST") }
      #expect(changes.allSatisfy { $0.body.isEmpty && $0.header("Content-Type") == nil })
    }
  }

  // MARK: command

  /// Writes what a command was told, line by line.
  static let noting = #"cat >> story; echo >> story; echo "$COUNTERPART_STATE" >> names;"#

  @Test func `a command is run for each state, with the JSON and the variables`() async throws {
    try await Verification.with(["a.json": Self.stateful]) { verification, server in
      let report = try await verification.report(
        "a.json", "--state-command", Self.noting, "--state-teardown")
      #expect(report.exitCode == 0)
      #expect(report.warnings == [])
      #expect(server.requests.map(\.methodAndTarget) == ["GET /orders/42", "GET /health"])
      let lines = String(decoding: try verification.folder.read("story"), as: UTF8.self)
        .split(separator: "\n")
      #expect(
        lines.prefix(2) == [
          """
          {"consumer":"web-shop","state":"order 42 exists",\
          "params":{"id":42,"tags":["a"],"total":1.50},"action":"setup"}
          """, #"{"consumer":"web-shop","state":"it is \"paid\"","params":{},"action":"setup"}"#,
        ])
      #expect(
        lines.map { $0.hasSuffix(#""action":"setup"}"#) } == [
          true, true, false, false, true, false,
        ])
      let names = String(decoding: try verification.folder.read("names"), as: UTF8.self)
      #expect(
        names == "order 42 exists\nit is \"paid\"\norder 42 exists\nit is \"paid\"\n\n\n")
    }
  }

  @Test func `what a command writes goes into the request`() async throws {
    let file = Pact.file(
      #"""
      {"type": "Synchronous/HTTP", "description": "an order", "providerStates": [{"name": "x"}], \#
      "request": {"method": "GET", "path": "/orders/7", \#
      "generators": {"path": {"type": "ProviderState", "expression": "/orders/${id}"}}}, \#
      "response": {"status": 200}}
      """#)
    try await Verification.with(["a.json": file]) { verification, server in
      let end = try await verification.run("a.json", "--state-command", #"echo '{"id": 4711}'"#)
      #expect(end.exitCode == 0)
      #expect(server.requests.map(\.methodAndTarget) == ["GET /orders/4711"])
    }
  }

  @Test func `a command that fails is an error with what it wrote, and nothing is torn down`()
    async throws
  {
    try await Verification.with(["a.json": Self.stateful]) { verification, server in
      let report = try await verification.report(
        "a.json", "--state-command",
        #"case "$COUNTERPART_STATE" in order*) echo no database >&2; echo x >> ran; exit 3;; esac"#,
        "--state-teardown")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error", "passed"])
      #expect(
        report.errors[0] == """
          state change "order 42 exists" failed: the command ended with exit code 3: no database
          """)
      #expect(try verification.folder.read("ran") == Array("x\n".utf8))
      #expect(server.requests.map(\.methodAndTarget) == ["GET /health"])
    }
  }

  @Test func `a command has so much time`() async throws {
    try await Verification.with(["a.json": Self.stateful]) { verification, _ in
      let report = try await verification.report(
        "a.json", "--state-command", "sleep 600", "--command-timeout", "50ms")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error", "error"])
      #expect(
        report.errors[0] == """
          state change "order 42 exists" failed: the command did not end within 50 ms and was killed
          """)
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal ends the command as well`(signal: Int32) async throws {
    try await Verification.with(["a.json": Self.stateful]) { verification, server in
      // The command says by a request that it runs.
      let arguments = verification.arguments(
        ["a.json", "--json", "out.json", "--state-command", "echo > here; sleep 600"])
      let end = try await CommandLineTool.counterpart.whileRunning(
        arguments, in: verification.folder.url
      ) { tool in
        let end = Date(timeIntervalSinceNow: 60)
        while !verification.folder.has("here"), Date() < end { await Task.yield() }
        tool.send(signal)
        return try await tool.end()
      }
      #expect(end.exitCode == 128 + signal)
      let json = try JSONDocument(parsing: try verification.folder.read("out.json")).root
      #expect(json["summary"]?["skipped"]?.integer == 2)
      #expect(server.requests.isEmpty)
    }
  }

  // MARK: states that are not known

  static let unknowing: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
    request.text.contains("it is") || request.text.contains(#""state":"""#)
      ? .response("404 Not Found", body: #"{"unknown": true}"#) : .response()
  }

  @Test func `a state that the provider does not know is a warning, and is not torn down`()
    async throws
  {
    try await Verification.with(["a.json": Self.stateful], provider: Self.unknowing) {
      verification, server in
      let url = server.url + "/_states"
      let report = try await verification.report(
        "a.json", "a.json", "--state-url", url, "--state-teardown")
      #expect(report.exitCode == 0)
      #expect(
        report.warnings == [
          #"the provider does not know the state "it is "paid"" (404 from \#(url): {"unknown": true})"#,
          "the provider does not know the empty state, which is set up for interactions without"
            + #" one unless --no-empty-state is given (404 from \#(url): {"unknown": true})"#,
        ])
      let tornDown = server.requests.filter { $0.text.contains("teardown") }
      #expect(tornDown.allSatisfy { $0.text.contains("order 42 exists") })
      #expect(!tornDown.isEmpty)
    }
  }

  @Test func `a state that the provider does not know is an error where that is wished`()
    async throws
  {
    try await Verification.with(["a.json": Self.stateful], provider: Self.unknowing) {
      verification, server in
      let url = server.url + "/_states"
      let report = try await verification.report("a.json", "--state-url", url, "--strict-states")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error", "passed"])
      #expect(
        report.errors[0] == #"state change "it is "paid"" failed: the provider does not know it "#
          + #"(404 from \#(url): {"unknown": true})"#)
    }
  }

  @Test func `a state that nothing sets up is an error where that is wished`() async throws {
    try await Verification.with(["a.json": Self.stateful]) { verification, server in
      let report = try await verification.report("a.json", "--strict-states")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error", "passed"])
      #expect(report.warnings == [])
      #expect(
        report.errors[0]
          == #"no --state-url or --state-command for provider state "order 42 exists""#)
      #expect(server.requests.map(\.methodAndTarget) == ["GET /health"])
    }
  }

  // MARK: what runs together

  @Test func `without the empty state those without states run together, and the others follow`()
    async throws
  {
    let file = Pact.file(
      Pact.http("with", path: "/with", states: Pact.state("x")), Pact.http("a", path: "/a"),
      Pact.http("with too", path: "/too", states: Pact.state("y")), Pact.http("b", path: "/b"))
    let both = Barrier(2)
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      guard ["GET /a", "GET /b"].contains(request.methodAndTarget) else { return .response() }
      return both.wait() ? .response() : .response("503 Service Unavailable")
    }
    try await Verification.with(["a.json": file], provider: answer) { verification, server in
      let report = try await verification.report(
        "a.json", "--state-url", server.url + "/_states", "--no-empty-state", "--parallel", "4",
        "--state-teardown")
      #expect(report.exitCode == 0)
      #expect(report.results.map { $0["description"]?.string } == ["with", "a", "with too", "b"])
      #expect(Set(server.requests.prefix(2).map(\.methodAndTarget)) == ["GET /a", "GET /b"])
      #expect(
        server.requests.dropFirst(2).map(\.methodAndTarget) == [
          "POST /_states", "GET /with", "POST /_states", "POST /_states", "GET /too",
          "POST /_states",
        ])
    }
  }

  // MARK: usage

  @Test(arguments: [
    ["--state-style", "query"], ["--state-teardown"], ["--no-empty-state"],
    ["--state-url", "http://127.0.0.1:1", "--state-command", "true"], ["--state-command", " "],
    ["--state-url", "http://127.0.0.1:1", "--state-style", "header"],
    ["--command-timeout", "0"], ["--retry-until", "0"], ["--retry-until", "soon"],
    ["--max-latency", "p96=1s"], ["--max-latency", "p95"], ["--max-latency", "max=0"],
    ["--max-latency", "max=1s", "--max-latency", "max=2s"], ["--samples", "0"],
    ["--message-url", "http://127.0.0.1:1", "--message-command", "true"],
    ["--message-command", ""], ["--transport", "a"], ["--transport", "a=ftp://x"],
    ["--transport", "a=http://127.0.0.1:1?q"], ["--message-url", "http://127.0.0.1:x"],
    ["--transport", "a=http://127.0.0.1:1", "--transport", "a=http://127.0.0.1:2"],
    ["--transport", "message=http://127.0.0.1:1", "--message-command", "true"],
  ])
  func `options that say nothing together are refused`(options: [String]) async throws {
    let end = try await CommandLineTool.counterpart.run(
      ["verify", "--provider", "x", "--provider-url", "http://127.0.0.1:1"] + options)
    #expect(end.exitCode == 64, "\(end)")
    #expect(end.errors.hasPrefix("Error: "))
  }
}
