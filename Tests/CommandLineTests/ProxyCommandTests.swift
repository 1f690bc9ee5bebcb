import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct ProxyCommandTests {
  static func with(
    _ arguments: [String], in folder: TemporaryFolder, _ test: (RunningTool) async throws -> Void
  ) async throws {
    try await CommandLineTool.counterpart.whileRunning(["proxy"] + arguments, in: folder.url) {
      tool in
      _ = try await tool.line(startingWith: "ready")
      try await test(tool)
    }
  }

  static func call(_ port: Int, _ head: String, _ body: String = "") async throws -> RawResponse {
    let connection = try RawConnection(port: port)
    connection.send("\(head)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    return try await connection.response(hasBody: true)
  }

  @Test func `passes on, says where, and ends with 0`() async throws {
    let server = try ScriptedServer { _ in .response(body: "hello", then: .close) }
    defer { server.stop() }
    try await TemporaryFolder.with([:]) { folder in
      let options = ["--listen", "127.0.0.1:0", "--upstream", server.endpoint, "--seed", "1"]
      try await Self.with(options + ["--toxic", "latency,latency=5"], in: folder) { tool in
        let start = "proxy listening on tcp://127.0.0.1:"
        let line = try await tool.line(startingWith: start)
        let port = try #require(Int(line.dropFirst(start.count)))
        let answer = try await RunningMock.get("/", on: try RawConnection(port: port))
        #expect(answer.text == "hello")
        tool.send(15)
        let end = try await tool.end()
        #expect(end.exitCode == 0)
        #expect(end.output == "\(line)\nready\n")
        #expect(end.errors == "seed 1\n")
      }
    }
  }

  @Test func `the API is Toxiproxy's`() async throws {
    try await TemporaryFolder.with([:]) { folder in
      try await Self.with(["--api", "127.0.0.1:0"], in: folder) { tool in
        let port = try await RunningMock.port("api", of: tool)
        let proxy = #"{"name": "p", "listen": "127.0.0.1:0", "upstream": "127.0.0.1:1"}"#
        let toxic = #"{"type": "latency", "attributes": {"latency": 5}}"#
        let path = "/proxies/p/toxics/latency_downstream"
        for (head, body, status, part) in [
          ("GET /proxies HTTP/1.1", "", 200, "{}"),
          ("GET /version HTTP/1.1", "", 200, #"{"version":"#),
          ("GET /proxies/p HTTP/1.1", "", 404, #"{"error":"proxy not found","status":404}"#),
          ("POST /proxies HTTP/1.1", "{}", 400, "missing required field: name"),
          ("POST /proxies HTTP/1.1", proxy, 201, #""enabled":true"#),
          ("POST /proxies HTTP/1.1", proxy, 409, "proxy already exists"),
          ("POST /proxies/p/toxics HTTP/1.1", toxic, 200, #""latency":5,"jitter":0"#),
          ("POST /proxies/p/toxics HTTP/1.1", toxic, 409, "toxic already exists"),
          ("PATCH \(path) HTTP/1.1", #"{"toxicity": 2}"#, 400, "expected 0 to 1"),
          ("PATCH \(path) HTTP/1.1", #"{"toxicity": 0.5}"#, 200, #""toxicity":0.5"#),
          ("GET \(path) HTTP/1.1", "", 200, #""name":"latency_downstream""#),
          ("DELETE \(path) HTTP/1.1", "", 204, ""),
          ("GET \(path) HTTP/1.1", "", 404, "toxic not found"),
          ("PATCH /proxies/p HTTP/1.1", #"{"enabled": false}"#, 200, #""enabled":false"#),
          ("POST /reset HTTP/1.1", "", 204, ""),
          ("GET /proxies/p HTTP/1.1", "", 200, #""enabled":true"#),
          ("POST /populate HTTP/1.1", "[\(proxy)]", 201, #""proxies":["#),
          ("GET /metrics HTTP/1.1", "", 200, "counterpart_proxy_connections_total"),
          ("GET /proxies HTTP/1.1\r\nUser-Agent: Mozilla/5.0", "", 403, "not allowed"),
          ("DELETE /proxies/p HTTP/1.1", "", 204, ""),
        ] {
          let answer = try await Self.call(port, head, body)
          #expect(answer.status == status, "\(head)")
          #expect(part.isEmpty || answer.text.contains(part), "\(head): \(answer.text)")
        }
      }
    }
  }

  @Test(arguments: [
    ("[{]", "1:3"), (#"[{"name": "p"}]"#, "1:2"), (#"[{"name": "p", "upstream": "x"}]"#, "1:28"),
  ])
  func `a bad configuration is told with its place`(text: String, place: String) async throws {
    try await TemporaryFolder.with(["c.json": text]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        ["proxy", "--config", "c.json"], in: folder.url)
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("c.json:\(place)"))
    }
  }
}
