import JSONText
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct VerifyCommandTests {
  static let order = Pact.http("an order", response: Pact.json(#"{"id": 42}"#))

  /// Answers with a JSON body.
  static func json(_ body: String) -> ScriptedReply {
    .response("200 OK", ["Content-Type: application/json"], body: body)
  }

  // MARK: outcomes

  @Test func `a provider that honours its contracts is 0`() async throws {
    let files = [
      "contracts/a.json": Pact.file(Self.order),
      "contracts/sub/b.json": Pact.file(Pact.http("health", path: "/health")),
    ]
    try await Verification.with(files, provider: { _ in Self.json(#"{"id":42}"#) }) {
      verification, server in
      let end = try await verification.run()
      #expect(end.exitCode == 0)
      #expect(end.errors == "")
      let lines = end.output.split(separator: "\n")
      #expect(lines.prefix(3) == ["web-shop → order-service", "  ✓ an order", "  ✓ health"])
      #expect(lines.last?.hasPrefix("2 interactions: 2 passed in ") == true)
      #expect(server.requests.map(\.methodAndTarget) == ["GET /orders/42", "GET /health"])
    }
  }

  @Test func `a mismatch is 1, and the report says what, where and how to see it again`()
    async throws
  {
    let order = Pact.http(
      "an order",
      response: Pact.json(
        "{\n\"id\": 42}", rules: #"{"body": {"$.id": {"matchers": [{"match": "integer"}]}}}"#))
    let files = ["contracts/a.json": Pact.file(Pact.http("health", path: "/health"), order)]
    try await Verification.with(files, provider: { _ in Self.json(#"{"id":"x"}"#) }) {
      verification, _ in
      let end = try await verification.run("contracts")
      #expect(end.exitCode == 1)
      #expect(end.errors == "")
      #expect(end.output.contains("  ✓ health\n  ✗ an order\n"))
      #expect(end.output.contains("body $.id: Expected 'x' (String) to be an integer\n"))
      #expect(end.output.contains("        at contracts/a.json:5\n"))
      #expect(end.output.contains("      curl -sS -X GET '\(verification.url)/orders/42'\n"))
      #expect(end.output.contains("\n2 interactions: 1 passed, 1 failed in "))
    }
  }

  @Test func `pending interactions never count`() async throws {
    let contract = Pact.file(
      Pact.http("wrong", path: "/wrong", isPending: true),
      Pact.http("gone", path: "/gone", isPending: true),
      Pact.http(
        "unusable", path: "/unusable", response: Pact.json("{}", rules: Pact.invalidRegex),
        isPending: true),
      Pact.http("right", path: "/right", isPending: true))
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      switch request.methodAndTarget {
      case "GET /wrong": .response("404 Not Found")
      case "GET /gone": .bytes([], then: .close)
      default: .response()
      }
    }
    try await Verification.with(["a.json": contract], provider: answer) { verification, _ in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 0)
      #expect(report.statuses == ["pending", "pending", "pending", "passed"])
      #expect(report.counts == [4, 1, 0, 3, 0, 0])
    }
  }

  @Test func `a body that is not what its content type says is a mismatch`() async throws {
    let files = ["a.json": Pact.file(Self.order)]
    for body in ["<html>", "", #"{"id": 42"#, #"{"id": 42} x"#] {
      try await Verification.with(files, provider: { _ in Self.json(body) }) { verification, _ in
        let report = try await verification.report("a.json")
        #expect(report.exitCode == 1, "\(body)")
        #expect(report.statuses == ["failed"])
        #expect(report.results[0]["mismatches"]?[0]?["type"]?.string == "body")
      }
    }
  }

  @Test func `another content type is a mismatch of the content type`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { _ in
      .response("200 OK", ["Content-Type: text/html"], body: "<html>")
    }
    try await Verification.with(["a.json": Pact.file(Self.order)], provider: answer) {
      verification, _ in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 1)
      #expect(report.results[0]["mismatches"]?[0]?["type"]?.string == "body-content-type")
    }
  }

  @Test func `a rule that applies to nothing is a warning`() async throws {
    let rules = #"{"body": {"$.price": {"matchers": [{"match": "type"}]}}}"#
    let order = Pact.http("an order", response: Pact.json(#"{"id": 42}"#, rules: rules))
    try await Verification.with(
      ["a.json": Pact.file(order)], provider: { _ in Self.json(#"{"id":42}"#) }
    ) { verification, _ in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 0)
      #expect(report.statuses == ["passed"])
      #expect(report.warnings.count == 1)
      let warning = try #require(report.warnings.first)
      #expect(warning.hasPrefix("a.json:3:"), "\(warning)")
      #expect(warning.contains("'an order': the rule for '$.price' applies to nothing"))
    }
  }

  // MARK: requests

  @Test func `header fields from the command line are sent, and stay out of the reports`()
    async throws
  {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) {
      verification, server in
      let report = try await verification.report(
        "a.json", "--header", "Authorization=Bearer a=b:c", "--header", "X-Team: shop", "--header",
        "X-Empty=")
      #expect(report.exitCode == 0)
      let request = try #require(server.requests.first)
      #expect(request.header("Authorization") == "Bearer a=b:c")
      #expect(request.header("X-Team") == "shop")
      #expect(request.header("X-Empty") == "")
      #expect(!report.end.output.contains("a=b:c"))
      #expect(report.results[0]["reproduce"]?.string?.contains("-H 'Authorization: ***'") == true)
    }
  }

  @Test func `a header field from the command line takes the place of the contract's`()
    async throws
  {
    let interaction = """
      {"type": "Synchronous/HTTP", "description": "an order", "request": {"method": "GET", \
      "path": "/a", "headers": {"authorization": ["Bearer old"]}}, "response": {"status": 200}}
      """
    try await Verification.with(["a.json": Pact.file(interaction)]) { verification, server in
      let end = try await verification.run("a.json", "--header", "Authorization=Bearer new")
      #expect(end.exitCode == 0)
      let lines = server.requests.flatMap(\.headLines)
      #expect(
        lines.filter { $0.lowercased().hasPrefix("authorization:") } == [
          "Authorization: Bearer new"
        ])
    }
  }

  @Test func `the provider's URL may have a path and a slash at its end`() async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) {
      verification, server in
      for base in ["/api/v1", "/api/v1/"] {
        let end = try await verification.run("a.json", "--provider-url", server.url + base)
        #expect(end.exitCode == 0)
      }
      #expect(Set(server.requests.map(\.methodAndTarget)) == ["GET /api/v1/orders/42"])
    }
  }

  @Test func `a password in an address is sent, and stays out of the reports`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.methodAndTarget.hasPrefix("POST") ? .response("500 Failed") : .response()
    }
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))], provider: answer) {
      verification, server in
      let url = "http://me:s3cret@\(server.endpoint)"
      let report = try await verification.report("a.json", "--provider-url", url)
      #expect(report.exitCode == 0)
      #expect(server.requests.first?.header("Authorization") == "Basic bWU6czNjcmV0")
      #expect(!report.end.output.contains("s3cret"))
      let states = try await verification.report("a.json", "--state-url", url)
      #expect(states.exitCode == 69)
      #expect(!states.end.output.contains("s3cret"))
    }
  }

  @Test func `the proxies of the environment do not stand between`() async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) {
      verification, server in
      let nobody = ReservedPort()
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json"]), in: verification.folder.url,
        environment: ["http_proxy": "http://\(nobody.endpoint)", "no_proxy": ""])
      #expect(end.exitCode == 0)
      #expect(server.requests.count == 1)
    }
  }

  // MARK: parallel

  static let four = Pact.file(
    Pact.http("a", path: "/a"), Pact.http("b", path: "/b"), Pact.http("c", path: "/c"),
    Pact.http("d", path: "/d"))

  @Test func `as many run at a time as is wished`() async throws {
    let all = Barrier(4)
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { _ in
      all.wait() ? .response() : .response("503 Service Unavailable")
    }
    try await Verification.with(["a.json": Self.four], provider: answer) { verification, server in
      let report = try await verification.report("a.json", "--parallel", "4")
      #expect(report.exitCode == 0)
      #expect(report.results.map { $0["description"]?.string } == ["a", "b", "c", "d"])
      #expect(server.connectionCount == 4)
    }
  }

  @Test func `provider states keep interactions one after the other on one connection`()
    async throws
  {
    try await Verification.with(["a.json": Self.four]) { verification, server in
      let end = try await verification.run(
        "a.json", "--parallel", "4", "--state-url", server.url + "/_states")
      #expect(end.exitCode == 0)
      let expected = ["/a", "/b", "/c", "/d"].flatMap { ["POST /_states", "GET \($0)"] }
      #expect(server.requests.map(\.methodAndTarget) == expected)
      #expect(server.connectionCount == 1)
    }
  }

  @Test func `one connection is kept where nothing else is wished`() async throws {
    try await Verification.with(["a.json": Self.four]) { verification, server in
      let end = try await verification.run("a.json")
      #expect(end.exitCode == 0)
      #expect(server.connectionCount == 1)
    }
  }
}
