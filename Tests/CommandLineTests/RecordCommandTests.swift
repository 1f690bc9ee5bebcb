import Foundation
import JSONText
import Synchronization
import TestSupport
import Testing

/// `counterpart record`: what a real service answers becomes a contract, or stubs.
@Suite(.timeLimit(.minutes(3)))
struct RecordCommandTests {
  static let order = """
    {"id": 42, "uuid": "0a52aaa6-7c1f-4b6e-9b51-3a1c9a8e2f10", "placed": "2026-01-31T12:00:00Z",
     "total": 9.5, "items": [{"sku": "a-1", "count": 2}, {"sku": "b-2", "count": 1}], "note": null}
    """

  /// The service: an order, a cancellation, a picture, and a counter.
  static func answer(_ request: ReceivedRequest) -> ScriptedReply {
    switch request.methodAndTarget {
    case "GET /orders/42?full=yes":
      let head = """
        HTTP/1.1 200 OK\r
        Content-Type: application/json\r
        Date: Mon, 23 Nov 2026 12:00:00 GMT\r
        Set-Cookie: sid=s3cr3t; Path=/\r
        X-Internal: hush\r
        ETag: "7"\r
        Content-Length: \(order.utf8.count)\r
        \r

        """
      return .text(head + order)
    case "POST /orders":
      return
        .response("201 Created", ["Content-Type: application/json"], body: #"{"id": 43}"#)
    case "GET /picture":
      return .bytes(
        Array("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\n".utf8)
          + [0x89, 0x50, 0x00, 0xFF], then: .keepOpen)
    case "GET /counter": return .response(body: "first")
    default: return .response("404 Not Found", body: "none")
    }
  }

  /// Records some requests.
  ///
  /// - Returns: how the recorder ended.
  static func record(
    _ requests: [String], _ options: [String], in folder: TemporaryFolder,
    from answer: @escaping @Sendable (ReceivedRequest) -> ScriptedReply = RecordCommandTests.answer
  ) async throws -> (end: ToolOutput, answers: [RawResponse]) {
    let service = try ScriptedServer(answer)
    defer { service.stop() }
    return try await CommandLineTool.counterpart.whileRunning(
      ["record", "--upstream", service.url, "--output", "out"] + options, in: folder.url
    ) { tool in
      _ = try await tool.line(startingWith: "ready")
      let port = try await RunningMock.port("recorder", of: tool)
      var answers: [RawResponse] = []
      for request in requests {
        let connection = try RawConnection(port: port)
        connection.send(request)
        answers.append(try await connection.response())
      }
      tool.send(SIGTERM)
      return (try await tool.end(), answers)
    }
  }

  static func request(_ line: String, _ fields: String = "", body: String = "") -> String {
    let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
    return "\(line) HTTP/1.1\r\nHost: shop\r\n\(fields)\(length)\r\n\(body)"
  }

  static let requests = [
    request("GET /orders/42?full=yes", "Authorization: Bearer t0k3n\r\nCookie: sid=s3cr3t\r\n"),
    request("POST /orders", "Content-Type: application/json\r\n", body: #"{"sku": "a-1"}"#),
    request("GET /picture"), request("GET /nothing"),
  ]

  @Test func `a contract is what was asked and answered, without secrets and noise`() async throws {
    try await TemporaryFolder.with { folder in
      let options = [
        "--consumer", "web-shop", "--provider", "orders", "--redact-header", "x-internal",
      ]
      let (end, answers) = try await Self.record(Self.requests, options, in: folder)
      #expect(answers.map(\.status) == [200, 201, 200, 404])
      #expect(answers.first?.header("Set-Cookie") == "sid=s3cr3t; Path=/")
      #expect(end.exitCode == 0, "\(end)")
      #expect(end.output.contains("recorded 4 interactions to out/web-shop-orders.json"))
      let text = String(decoding: try folder.read("out/web-shop-orders.json"), as: UTF8.self)
      for secret in ["t0k3n", "s3cr3t", "hush", "Mon, 23 Nov", "\"Date\""] {
        #expect(!text.contains(secret), "\(secret): \(text)")
      }
      let contract = try JSONDocument(parsing: Array(text.utf8)).root
      let interactions = Array((contract["interactions"] ?? .null).elements)
      try #require(interactions.count == 4)
      let request = try #require(interactions[0]["request"])
      #expect(
        request["headers"]?["Authorization"]?.elements.first { _ in true }?.string
          == "Bearer REDACTED")
      #expect(request["headers"]?["Cookie"] == nil)
      let rules = try #require(interactions[0]["response"]?["matchingRules"]?["body"])
      func rule(_ path: String) -> String? {
        rules[path]?["matchers"]?.elements.first { _ in true }?["match"]?.string
      }
      #expect(rule("$.id") == "integer")
      #expect(rule("$.total") == "number")
      #expect(rule("$.uuid") == "regex")
      #expect(rule("$.placed") == "timestamp")
      #expect(rule("$.items") == "type")
      #expect(rule("$.items[*].sku") == "type")
      #expect(rule("$.note") == nil)
    }
  }

  @Test
  func
    `a mock that plays a recorded contract answers as the service did, and the service honours it`()
    async throws
  {
    try await TemporaryFolder.with { folder in
      let (end, answers) = try await Self.record(
        Self.requests, ["--consumer", "web-shop", "--provider", "orders"], in: folder)
      #expect(end.exitCode == 0, "\(end)")
      try await RunningMock.with(["out"], in: folder) { mock in
        for (request, recorded) in zip(Self.requests, answers) {
          let connection = try RawConnection(port: mock.port)
          connection.send(request)
          let played = try await connection.response()
          #expect(played.status == recorded.status)
          if let type = recorded.header("Content-Type") {
            #expect(played.header("Content-Type") == type)
          }
          let isJSON = recorded.header("Content-Type")?.contains("json") == true
          if isJSON {
            #expect(
              try JSONDocument(parsing: played.body).root
                == JSONDocument(parsing: recorded.body).root)
          } else {
            #expect(played.body == recorded.body)
          }
        }
      }
      // Another answer of the same shape honours it as well.
      let service = try ScriptedServer { request in
        guard request.methodAndTarget.hasPrefix("GET /orders") else { return Self.answer(request) }
        let other = Self.order.replacing("42", with: "7").replacing("9.5", with: "12.25")
          .replacing("2026-01-31", with: "2027-02-01").replacing("a-1", with: "zz")
        return .text(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"9\"\r\nX-Internal: else\r\n"
            + "Set-Cookie: sid=other; Path=/\r\nContent-Length: \(other.utf8.count)\r\n\r\n" + other
        )
      }
      defer { service.stop() }
      let verified = try await CommandLineTool.counterpart.run(
        ["verify", "out", "--provider", "orders", "--provider-url", service.url], in: folder.url)
      #expect(verified.exitCode == 0, "\(verified)")
    }
  }

  @Test func `mappings play back what came, repeated requests in turn`() async throws {
    let counts = Counter()
    try await TemporaryFolder.with { folder in
      let requests =
        Self.requests + Array(repeating: Self.request("GET /counter"), count: 3)
      let (end, answers) = try await Self.record(
        requests, ["--format", "wiremock"], in: folder,
        from: { request in
          guard request.methodAndTarget == "GET /counter" else { return Self.answer(request) }
          return .response(body: "count \(counts.next())")
        })
      #expect(end.output.contains("recorded 7 stubs to out/mappings"), "\(end)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.url.path + "/out/mappings")
      for name in names {
        let text = String(decoding: try folder.read("out/mappings/\(name)"), as: UTF8.self)
        for secret in ["t0k3n", "s3cr3t", "Mon, 23 Nov"] { #expect(!text.contains(secret)) }
      }
      try await RunningMock.with(["out"], in: folder) { mock in
        for (request, recorded) in zip(requests, answers) {
          let connection = try RawConnection(port: mock.port)
          connection.send(request)
          let played = try await connection.response()
          #expect(played.status == recorded.status, "\(request)")
          #expect(played.body == recorded.body, "\(request)")
        }
      }
    }
  }

  @Test func `the time that the service took is kept if wanted`() async throws {
    try await TemporaryFolder.with { folder in
      let options = ["--consumer", "c", "--provider", "p", "--keep-latency"]
      let (end, _) = try await Self.record([Self.requests[0]], options, in: folder)
      #expect(end.exitCode == 0, "\(end)")
      let script = try JSONDocument(parsing: try folder.read("out/c-p.latency.json")).root
      let fault = try #require(script["faults"]?.elements.first { _ in true })
      #expect(fault["interaction"]?.string == "GET /orders/42?full=yes")
      #expect(fault["repeat"]?.string == "forever")
      let lint = try await CommandLineTool.counterpart.run(["lint", "out"], in: folder.url)
      #expect(lint.exitCode == 0, "\(lint)")
      try await RunningMock.with(["out"], in: folder) { mock in
        let answer = try await mock.get("/orders/42?full=yes", "Authorization: Bearer x")
        #expect(answer.status == 200)
      }
    }
  }

  @Test func `an earlier recording is only overwritten when that is said`() async throws {
    try await TemporaryFolder.with(["out/c-p.json": "{}"]) { folder in
      let options = ["--consumer", "c", "--provider", "p"]
      let refused = try await CommandLineTool.counterpart.run(
        ["record", "--upstream", "http://127.0.0.1:1", "--output", "out"] + options, in: folder.url)
      #expect(refused.exitCode == 74)
      #expect(refused.errors.contains("'out/c-p.json' is there already"), "\(refused)")
      let (end, _) = try await Self.record(
        [Self.requests[1]], options + ["--replace"], in: folder)
      #expect(end.exitCode == 0)
      #expect(try folder.read("out/c-p.json").count > 100)
    }
  }

  @Test func `what the service did not answer is not recorded`() async throws {
    try await TemporaryFolder.with { folder in
      let (end, answers) = try await Self.record(
        [Self.request("GET /x")], ["--consumer", "c"], in: folder,
        from: { _ in .bytes([], then: .close) })
      #expect(answers.map(\.status) == [502])
      #expect(end.exitCode == 0)
      #expect(
        end.errors.contains("nothing was asked for") || end.errors.contains("nothing was recorded"))
      #expect(!folder.has("out/c-127.0.0.1.json"))
    }
  }

  @Test(arguments: [
    (["--upstream", "http://a", "--output", "o"], 64, "--consumer"),
    (["--upstream", "ftp://a", "--output", "o", "--consumer", "c"], 64, "--upstream"),
    (["--output", "o", "--consumer", "c"], 64, "--upstream"),
    (
      ["--upstream", "http://a", "--output", "o", "--format", "wiremock", "--consumer", "c"], 64,
      "--format pact"
    ),
    (
      ["--upstream", "http://a", "--output", "o", "--consumer", "c", "--upstream-ca", "x"], 64,
      "https"
    ),
    (
      [
        "--upstream", "https://127.0.0.1:1", "--output", "o", "--consumer", "c", "--upstream-ca",
        "x",
      ], 66, "x"
    ),
    (
      ["--upstream", "http://no-such-host.invalid", "--output", "o", "--consumer", "c"], 69,
      "cannot be found"
    ),
    (["--upstream", "http://a", "--output", "/dev/null/o", "--consumer", "c"], 74, "/dev/null"),
  ])
  func `what cannot be is said at the start`(
    arguments: [String], code: Int32, message: String
  ) async throws {
    try await TemporaryFolder.with { folder in
      let end = try await CommandLineTool.counterpart.run(["record"] + arguments, in: folder.url)
      #expect(end.exitCode == code, "\(end)")
      #expect(end.errors.contains(message), "\(end)")
    }
  }
}

/// Counts from 1.
private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
