import JSONText
import TestSupport
import Testing

/// Messages that a command gives, and interactions over several transports.
@Suite(.timeLimit(.minutes(3)))
struct VerifyMessageTests {
  // MARK: commands

  static let right =
    #"echo '{"contents": {"orderID": 42}, "metadata": {"topic": "orders"}}'"#

  @Test func `a message is asked of a command`() async throws {
    try await Verification.with(["a.json": Pact.file(VerifyCommandTests.message)]) {
      verification, server in
      let report = try await verification.report(
        "a.json", "--message-command", "cat > question; \(Self.right)")
      #expect(report.exitCode == 0)
      #expect(report.statuses == ["passed"])
      #expect(server.requests.isEmpty)
      let question = String(decoding: try verification.folder.read("question"), as: UTF8.self)
      #expect(
        question == """
          {"description":"an order was placed","providerStates":\
          [{"name":"order 42 exists","params":{"id":42}},{"name":"paid"}]}
          """)
      let again = try #require(report.results[0]["reproduce"]?.string)
      #expect(again.hasPrefix("printf %s '{\"description\""), "\(again)")
    }
  }

  @Test func `what differs is a mismatch, and what is no message an error`() async throws {
    for (command, status, text) in [
      (#"echo '{"contents": {"orderID": 43}, "metadata": {"topic": "orders"}}'"#, "failed", ""),
      ("echo hello", "error", "such as {\"contents\": {…}, \"metadata\": {…}}"),
      ("true", "error", "it wrote nothing"),
      ("echo no such message >&2; exit 9", "error", "exit code 9: no such message"),
      ("sleep 600", "error", "did not end within 50 ms"),
    ] {
      try await Verification.with(["a.json": Pact.file(VerifyCommandTests.message)]) {
        verification, _ in
        let report = try await verification.report(
          "a.json", "--message-command", command, "--command-timeout",
          command == "sleep 600" ? "50ms" : "100s")
        #expect(report.statuses == [status], "\(command): \(report.end)")
        #expect(report.errors[0].contains(text) || text.isEmpty, "\(report.errors)")
        #expect(report.exitCode == (status == "failed" ? 1 : 69))
      }
    }
  }

  @Test func `a command is asked again as well`() async throws {
    try await Verification.with(["a.json": Pact.file(VerifyCommandTests.message)]) {
      verification, _ in
      let report = try await verification.report(
        "a.json", "--retry-until", "60s", "--message-command",
        "echo x >> tries; test $(wc -l < tries) -ge 2 || exit 1; \(Self.right)")
      #expect(report.statuses == ["passed"], "\(report.end)")
      #expect(report.results[0]["tries"]?.integer == 2)
    }
  }

  @Test func `a message of bytes is a text in base64`() async throws {
    let message = """
      {"type": "Asynchronous/Messages", "description": "a picture", \
      "contents": {"contentType": "application/octet-stream", "encoded": "base64", \
      "content": "AAECAw=="}}
      """
    for (bytes, status) in [("AAECAw==", "passed"), ("AAECBA==", "failed")] {
      try await Verification.with(["a.json": Pact.file(message)]) { verification, _ in
        let report = try await verification.report(
          "a.json", "--message-command", #"echo '{"base64": "\#(bytes)"}'"#)
        #expect(report.statuses == [status], "\(report.end)")
      }
    }
  }

  @Test func `a synchronous message is asked of a command, several replies as a list`()
    async throws
  {
    func file(_ replies: String) -> String {
      Pact.file(
        """
        {"type": "Synchronous/Messages", "description": "a question", \
        "request": {"contents": {"contentType": "application/json", "content": {"id": 1}}}, \
        "response": [\(replies)]}
        """)
    }
    let reply = #"{"contents": {"contentType": "application/json", "content": {"answer": 42}}}"#
    for (replies, output) in [
      (reply, #"{"contents": {"answer": 42}}"#),
      ("\(reply), \(reply)", #"[{"contents": {"answer": 42}}, {"contents": {"answer": 42}}]"#),
    ] {
      try await Verification.with(["a.json": file(replies)]) { verification, _ in
        let report = try await verification.report(
          "a.json", "--message-command", "cat > question; echo '\(output)'")
        #expect(report.statuses == ["passed"], "\(report.end)")
        let question = try JSONDocument(parsing: try verification.folder.read("question")).root
        #expect(question["request"]?["contents"]?["content"]?["id"]?.integer == 1)
      }
    }
  }

  @Test func `states come before the command, and requests before both where nothing resets`()
    async throws
  {
    let file = Pact.file(
      VerifyCommandTests.message, Pact.http("health", path: "/health"),
      Pact.http("an order", path: "/order", states: Pact.state("it exists")))
    try await Verification.with(["a.json": file]) { verification, server in
      let report = try await verification.report(
        "a.json", "--message-command", "echo message >> story; \(Self.right)", "--state-command",
        #"echo "$COUNTERPART_STATE" >> story"#, "--no-empty-state")
      #expect(report.statuses == ["passed", "passed", "passed"])
      let story = String(decoding: try verification.folder.read("story"), as: UTF8.self)
      #expect(story == "order 42 exists\npaid\nmessage\nit exists\n")
      #expect(server.requests.map(\.methodAndTarget) == ["GET /health", "GET /order"])
    }
  }

  // MARK: transports

  static func http(_ description: String, over transport: String?) -> String {
    let member = transport.map { #""transport": "\#($0)", "# } ?? ""
    return """
      {"type": "Synchronous/HTTP", "description": "\(description)", \(member)\
      "request": {"method": "GET", "path": "/\(description)"}, "response": {"status": 200}}
      """
  }

  @Test func `an interaction goes where its transport is`() async throws {
    let file = Pact.file(
      Self.http("a", over: nil), Self.http("b", over: "internal"), Self.http("c", over: "unknown"),
      Self.http("d", over: "http"),
      #"{"type": "Asynchronous/Messages", "description": "m", "contents": {"content": ""}}"#)
    try await Verification.with(["a.json": file]) { verification, server in
      let other = try ScriptedServer { _ in .response() }
      defer { other.stop() }
      let end = try await CommandLineTool.counterpart.run(
        [
          "verify", "--provider", "order-service", "--provider-url", server.url + "/base",
          "a.json", "--format", "json", "--transport", "internal=\(other.url)/in/", "--transport",
          "message=\(other.url)/ask",
        ] + Verification.patience, in: verification.folder.url)
      let report = try VerificationReport(end)
      #expect(
        server.requests.map(\.methodAndTarget) == ["GET /base/a", "GET /base/c", "GET /base/d"])
      #expect(other.requests.map(\.methodAndTarget) == ["GET /in/b", "POST /ask"])
      #expect(
        report.warnings == [
          #"no --transport for "unknown": its interactions are asked at the default URL"#
        ])
    }
  }

  // MARK: waiting and budgets

  @Test func `an interaction that passes at last is told with its tries`() async throws {
    let second = Barrier(2)
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { _ in
      second.isLast() ? .response() : .response("503 Service Unavailable")
    }
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))], provider: answer) {
      verification, _ in
      let end = try await verification.run(
        "a.json", "--retry-until", "60s", "--json", "out.json", "--junit", "out.xml",
        "--junit-profile", "rich", "--html", "out.html")
      #expect(end.exitCode == 0)
      #expect(end.output.contains("✓ an order (2 tries)\n"))
      let json = try JSONDocument(parsing: try verification.folder.read("out.json")).root
      #expect(json["results"]?[0]?["tries"]?.integer == 2)
      let junit = String(decoding: try verification.folder.read("out.xml"), as: UTF8.self)
      #expect(junit.contains(#"<property name="tries" value="2"/>"#))
      let html = String(decoding: try verification.folder.read("out.html"), as: UTF8.self)
      #expect(html.contains("<dt>tries</dt><dd>2</dd>"))
    }
  }

  @Test func `a budget that is not kept is 1, with the figure and the limit`() async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) {
      verification, server in
      let report = try await verification.report(
        "a.json", "--max-latency", "p95=0.001ms", "--max-latency", "max=60s", "--samples", "5")
      #expect(report.exitCode == 1)
      #expect(report.statuses == ["failed"])
      let result = report.results[0]
      #expect(result["latency"]?["samples"]?.integer == 5)
      #expect(
        result["latency"]?.members.map(\.name) == [
          "samples", "p50Ms", "p90Ms", "p95Ms", "p99Ms", "maxMs", "meanMs",
        ])
      let mismatch = try #require(result["mismatches"]?[0])
      #expect(mismatch["type"]?.string == "latency")
      #expect(mismatch["path"]?.string == "p95")
      #expect(mismatch["expected"]?.string == "at most 0.001 ms")
      #expect(result["mismatches"]?.count == 1)
      #expect(server.requests.count == 5)
    }
  }
}
