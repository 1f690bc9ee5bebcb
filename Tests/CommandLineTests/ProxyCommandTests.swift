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

  @Test func `a name of the file that is the command line's is told with its place`() async throws {
    let text = #"[{"name": "proxy", "upstream": "127.0.0.1:1"}]"#
    try await TemporaryFolder.with(["c.json": text]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        ["proxy", "--config", "c.json", "--listen", "127.0.0.1:0", "--upstream", "127.0.0.1:1"],
        in: folder.url)
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("c.json:1:2"))
      #expect(end.errors.contains("the name 'proxy' is that of --listen"))
    }
  }

  @Test(arguments: [("", 78), ("two words", 78)])
  func `a token must be one`(text: String, code: Int32) async throws {
    try await TemporaryFolder.with(["token": text]) { folder in
      let end = try await CommandLineTool.counterpart.run(
        ["proxy", "--api", "127.0.0.1:0", "--api-token-file", "token"], in: folder.url)
      #expect(end.exitCode == code)
      let missing = try await CommandLineTool.counterpart.run(
        ["proxy", "--api", "127.0.0.1:0", "--api-token-file", "other"], in: folder.url)
      #expect(missing.exitCode == 66)
    }
  }

  @Test(arguments: [
    ("[{]", "1:3"), (#"[{"name": "p"}]"#, "1:2"), (#"[{"name": "p", "upstream": "x"}]"#, "1:28"),
    (#"[{"name": "p", "upstream": "a:1", "enabled": "no"}]"#, "1:46"),
    (#"[{"name": "p", "upstream": "a:1", "toxics": {}}]"#, "1:45"),
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
