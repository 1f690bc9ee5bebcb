import TestSupport
import Testing

extension MockCommandTests {
  @Test func `forwards what no contract has, with a fault after the effect`() async throws {
    let provider = try ScriptedServer { _ in .response(body: "real") }
    defer { provider.stop() }
    let script = """
      {"faults": [{"path": "/pay", "steps": [{"type": "empty_reply", "effect": "after"}]}]}
      """
    try await TemporaryFolder.with(["a.json": Self.contract, "f.json": script]) { folder in
      let arguments = ["a.json", "f.json", "--forward", provider.url]
      try await RunningMock.with(arguments, in: folder) { mock in
        #expect(try await mock.get("/orders/42").status == 200)
        #expect(provider.requests.count == 0)
        let connection = try RawConnection(port: mock.port)
        connection.send("POST /pay HTTP/1.1\r\n\r\n")
        #expect(await connection.rest().bytes == [])
        #expect(provider.requests.map(\.methodAndTarget) == ["POST /pay"])
        #expect(try await mock.get("/pay").text == "real")
        #expect(try await mock.stop().exitCode == 0)
      }
    }
  }

  @Test(arguments: [
    (["--forward", "ftp://127.0.0.1:1"], 64, "http"),
    (["--forward", "http://a", "--forward-ca", "ca.pem"], 64, "--forward-ca goes with"),
    (["--forward", "https://127.0.0.1", "--forward-ca", "ca.pem"], 66, "ca.pem"),
    (["--allow-target", "http://a"], 64, "http://a"),
    (["--allow-target", "no-such-host.invalid"], 69, "cannot be found"),
    (["--max-sessions=-1"], 64, "expected at least 0"),
    (["--session-expiry", "0s"], 64, "has to be above 0"),
    (["--forward", "127.0.0.1:80"], 64, "has no scheme"),
    (["--forward", "http://a", "--forward-timeout", "0s"], 64, "has to be above 0"),
    (["--forward", "http://no-such-host.invalid"], 69, "cannot be found"),
    (["--journal", "much"], 64, "much"),
    (["--admin-token-file", "none"], 66, "none"),
  ])
  func `what cannot be is said at the start`(
    arguments: [String], code: Int32, message: String
  ) async throws {
    try await TemporaryFolder.with([:]) { folder in
      let end = try await CommandLineTool.counterpart.run(["mock"] + arguments, in: folder.url)
      #expect(end.exitCode == code)
      #expect(end.errors.contains(message), "\(end.errors)")
    }
  }

  @Test func `tells its journal, and takes faults, by the admin API`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract, "token": "t0k3n\n"]) { folder in
      let arguments = ["a.json", "--admin-token-file", "token", "--journal", "1MB"]
      try await RunningMock.with(arguments, in: folder) { mock in
        #expect(try await mock.get("/__admin/requests").status == 401)
        let script =
          #"{"faults": [{"path": "/orders/42", "steps": [{"type": "status", "status": 418}]}]}"#
        let connection = try RawConnection(port: mock.port)
        connection.send(
          "POST /__admin/faults HTTP/1.1\r\nAuthorization: Bearer t0k3n\r\n"
            + "Content-Length: \(script.utf8.count)\r\n\r\n\(script)")
        #expect(try await connection.response().status == 201)
        #expect(try await mock.get("/orders/42").status == 418)
        let journal = try await mock.get("/__admin/requests", "Authorization: Bearer t0k3n")
        #expect(journal.text.contains(#""fault":{"type":"status""#))
      }
    }
  }

  @Test func `writes its verdict as JUnit when it ends`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      let arguments = ["a.json", "--fault-header", "--seed", "7", "--junit", "out.xml"]
      try await RunningMock.with(arguments, in: folder) { mock in
        _ = try await mock.get("/none")
        _ = try await mock.get("/orders/42", "X-Counterpart-Fault: wrong_content_type")
        #expect(try await mock.stop().exitCode == 0)
      }
      let text = String(decoding: try folder.read("out.xml"), as: UTF8.self)
      #expect(text.contains("GET /none (request 1)"))
      #expect(text.contains("no interaction matched"))
      #expect(text.contains("request 2, GET /orders/42: wrong_content_type"))
      #expect(text.contains("seed 7"))
      try await RunningMock.with(["a.json", "--junit", "no/such/folder/out.xml"], in: folder) {
        mock in
        let end = try await mock.stop()
        #expect(end.exitCode == 74)
        #expect(end.errors.contains("no/such/folder/out.xml"))
      }
    }
  }
}
