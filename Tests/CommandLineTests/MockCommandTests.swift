import Foundation
import JSONText
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct MockCommandTests {
  static let contract = Pact.file(
    Pact.http("an order", response: Pact.json(#"{"id": 42}"#)),
    Pact.http("a cancelled order", path: "/orders/43", states: Pact.state("order 43 was cancelled"))
  )

  // MARK: start and end

  @Test func `prints where it listens, then that it is ready`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      try await RunningMock.with(["a.json"], in: folder) { mock in
        let response = try await mock.get("/orders/42")
        #expect(response.status == 200)
        #expect(response.text == #"{"id":42}"#)
        let end = try await mock.stop()
        #expect(end.output == "mock listening on http://127.0.0.1:\(mock.port)\nready\n")
        #expect(end.errors == "")
        #expect(end.exitCode == 0)
      }
    }
  }

  @Test func `opens the control API on a port of its own`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      try await RunningMock.with(["a.json", "--control-port", "0"], in: folder) { mock in
        let control = try await RunningMock.port("control", of: mock.tool)
        let mocks = try await RunningMock.get("/", on: try RawConnection(port: control))
        #expect(mocks.status == 200)
        #expect(mocks.text.contains(String(mock.port)))
        let end = try await mock.stop()
        #expect(
          end.output == """
            mock listening on http://127.0.0.1:\(mock.port)
            control listening on http://127.0.0.1:\(control)
            ready

            """)
        #expect(end.exitCode == 0)
      }
    }
  }

  @Test func `writes a verified contract to the output folder`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      let options = ["a.json", "--control-port", "0", "--output", "out/pacts"]
      try await RunningMock.with(options, in: folder) { mock in
        let control = try await RunningMock.port("control", of: mock.tool)
        for path in ["/orders/42", "/orders/43"] {
          #expect(try await mock.get(path).status == 200)
        }
        let connection = try RawConnection(port: control)
        connection.send(
          "POST /mockserver/\(mock.port)/verify HTTP/1.1\r\nContent-Length: 0\r\n\r\n")
        #expect(try await connection.response().status == 204)
        #expect(folder.has("out/pacts/web-shop-order-service.json"))
      }
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal ends it with 0, whatever its connections do`(signal: Int32) async throws {
    let faults = """
      {"faults": [{"path": "/orders/43", "steps": [{"type": "latency", "latency": 3600000}]}]}
      """
    try await TemporaryFolder.with(["a.json": Self.contract, "b.json": faults]) { folder in
      try await RunningMock.with([".", "--control-port", "0"], in: folder) { mock in
        let idle = try RawConnection(port: mock.port)
        _ = try await RunningMock.get("/orders/42", on: idle)
        let halfway = try RawConnection(port: mock.port)
        halfway.send("GET /orders/42 HTTP/1.1\r\nHost:")
        let waiting = try RawConnection(port: mock.port)
        waiting.send("GET /orders/43 HTTP/1.1\r\n\r\n")
        let control = try await RunningMock.port("control", of: mock.tool)
        let controlling = try RawConnection(port: control)
        controlling.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n{")
        mock.tool.send(signal)
        #expect(try await mock.tool.end().exitCode == 0)
        for connection in [idle, halfway, waiting, controlling] {
          #expect(await connection.rest().end != .silent)
        }
      }
    }
  }

  @Test func `starts empty without a path`() async throws {
    try await TemporaryFolder.with { folder in
      try await RunningMock.with([], in: folder) { mock in
        let response = try await mock.get("/orders/42?a=b")
        #expect(response.status == 500)
        let answer = try JSONValue(parsing: response.text)
        #expect(answer["error"]?.string == "no interaction matched GET /orders/42?a=b")
        #expect(answer["nearest"]?.count == 0)
        let end = try await mock.stop()
        #expect(end.errors == "")
        #expect(end.exitCode == 0)
      }
    }
  }

  @Test func `plays the contracts and mocks of the repository`() async throws {
    try await RunningMock.with(
      ["contracts", "mocks"], in: TemporaryFolder(url: Repository.url)
    ) { mock in
      let authorized = "Authorization: Bearer abc"
      let first = try await mock.get("/orders/42", authorized, "Accept: application/json")
      #expect(first.status == 503)
      #expect(first.header("Retry-After") == "1")
      #expect(try await mock.stop().exitCode == 0)
    }
  }

  // MARK: addresses

  @Test(arguments: ["--port", "--control-port"])
  func `a port in use is 74`(option: String) async throws {
    let other = try ScriptedServer { _ in .hang }
    defer { other.stop() }
    let end = try await CommandLineTool.counterpart.run(["mock", option, "\(other.port)"])
    #expect(end.exitCode == 74)
    #expect(
      end.errors.contains("error: cannot listen on \(other.endpoint): the port is in use"))
    #expect(!end.output.contains("ready"))
  }

  @Test func `an address that is not of this machine is 74`() async throws {
    let end = try await CommandLineTool.counterpart.run(["mock", "--host", "192.0.2.1"])
    #expect(end.exitCode == 74)
    #expect(end.errors.contains("error: cannot listen on 192.0.2.1:0: "))
    #expect(end.output == "")
  }
}
