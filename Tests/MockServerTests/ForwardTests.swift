import FaultModel
import MockEngine
import MockServer
import TestSupport
import Testing

/// Requests that no interaction accepts, and the provider that they are forwarded to.
@Suite struct ForwardTests {
  /// Runs a test with a provider and a mock that forwards to it.
  static func withPair<Value>(
    faults: [FaultScript] = [], options: MockOptions = MockOptions(), path: String = "",
    limits: ForwardLimits = ForwardLimits(),
    provider answer: @escaping @Sendable (ReceivedRequest) -> ScriptedReply = { _ in
      .response(body: "real")
    },
    _ test: (MockServer, ScriptedServer) async throws -> Value
  ) async throws -> Value {
    let provider = try ScriptedServer(answer)
    defer { provider.stop() }
    var compiler = MockCompiler(options)
    compiler.add(try MockServerTests.contract(MockServerTests.orders))
    let server = try await MockServer.start(
      compiler, faults: faults, options: options, host: "127.0.0.1", port: 0,
      forwardingTo: try ForwardTarget(url: provider.url + path), limits: limits)
    do {
      let value = try await test(server, provider)
      await server.stop()
      return value
    } catch {
      await server.stop()
      throw error
    }
  }

  static func script(
    _ fault: HTTPFault, _ moment: FaultMoment? = nil, path: String = "/pay"
  ) -> FaultScript {
    FaultScript(
      name: "s", target: .request(method: nil, path: path),
      steps: [FaultStep(fault, moment: moment)])
  }

  @Test func `what an interaction accepts is answered by it, all else by the provider`()
    async throws
  {
    try await Self.withPair { server, provider in
      let contracted = try await AdminTests.ask(server, "GET /orders/42")
      #expect(contracted.text == #"{"id":42}"#)
      #expect(provider.requests.count == 0)
      let real = try await AdminTests.ask(server, "GET /other?a=%20b&c", "X-A: 1\r\n")
      #expect(real.status == 200)
      #expect(real.text == "real")
      #expect(provider.requests.map(\.methodAndTarget) == ["GET /other?a=%20b&c"])
      #expect(provider.requests.first?.header("X-A") == "1")
      #expect(provider.requests.first?.header("Host") == provider.endpoint)
      let entries = await server.requests().entries
      #expect(entries.map(\.answer) == [.interaction(0), .forwarded])
      #expect(entries.map(\.status) == [200, 200])
      #expect(await server.verdict().unexpected.count == 0)
    }
  }

  @Test func `bodies, methods and header fields go both ways, but not those of one connection`()
    async throws
  {
    try await Self.withPair(
      path: "/v1",
      provider: { _ in
        .text(
          "HTTP/1.1 201 Made\r\nX-B: 1\r\nX-B: 2\r\nX-Hop: h\r\nConnection: X-Hop\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
      }
    ) { server, provider in
      let connection = try RawConnection(port: server.port)
      connection.send(
        "POST /pay HTTP/1.1\r\nHost: shop\r\nConnection: X-Own, keep-alive\r\nX-Own: o\r\n"
          + "X-Kept: k\r\nTE: trailers\r\nUpgrade: h2c\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "5\r\nhello\r\n0\r\n\r\n")
      let answer = try await connection.response()
      #expect(answer.status == 201)
      #expect(answer.text == "abcde")
      #expect(answer.header("Content-Length") == "5")
      #expect(answer.lines.filter { $0.hasPrefix("X-B") } == ["X-B: 1", "X-B: 2"])
      #expect(answer.header("X-Hop") == nil)
      let request = try #require(provider.requests.first)
      #expect(request.methodAndTarget == "POST /v1/pay")
      #expect(request.body == Array("hello".utf8))
      #expect(request.header("Content-Length") == "5")
      #expect(request.header("X-Kept") == "k")
      for name in ["X-Own", "TE", "Upgrade", "Transfer-Encoding", "Connection"] {
        #expect(request.header(name) == nil, "\(name)")
      }
    }
  }

  @Test func `an answer to HEAD tells its length and has no body`() async throws {
    try await Self.withPair(provider: { _ in
      .text("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n")
    }) { server, _ in
      let connection = try RawConnection(port: server.port)
      for _ in 1...2 {
        connection.send("HEAD /big HTTP/1.1\r\n\r\n")
        let answer = try await connection.response(hasBody: false)
        #expect(answer.header("Content-Length") == "1234")
      }
    }
  }

  @Test func `a connection is used again, but not for what may not be sent twice`() async throws {
    try await Self.withPair { server, provider in
      let connection = try RawConnection(port: server.port)
      for (line, expected) in [("GET /a", 1), ("PUT /b", 1), ("POST /c", 2), ("GET /d", 2)] {
        connection.send("\(line) HTTP/1.1\r\n\r\n")
        _ = try await connection.response()
        #expect(provider.connectionCount == expected, "\(line)")
      }
    }
  }

  @Test
  func `what the provider closed without an answer is asked again once, unless it may not be`()
    async throws
  {
    // The second request on a connection is taken, and not answered.
    try await Self.withPair(provider: { request in
      request.methodAndTarget.hasSuffix("/first")
        ? .response(body: "one") : .bytes([], then: .close)
    }) { server, provider in
      let connection = try RawConnection(port: server.port)
      for (line, status) in [("GET /first", 200), ("GET /x", 502), ("POST /x", 502)] {
        connection.send("\(line) HTTP/1.1\r\n\r\n")
        let answer = try await connection.response()
        #expect(answer.status == status)
      }
      #expect(
        provider.requests.map(\.methodAndTarget) == ["GET /first", "GET /x", "GET /x", "POST /x"])
    }
  }

  @Test func `before the effect the provider does not hear of it, after it only the reply is lost`()
    async throws
  {
    let cases: [(HTTPFault, FaultMoment?, Int)] = [
      (.resetPeer, .before, 0), (.resetPeer, .after, 1), (.resetPeer, nil, 0),
      (.emptyReply, .after, 1), (.silence, nil, 0), (.cutBody(bytes: 2), nil, 1),
    ]
    for (fault, moment, count) in cases {
      try await Self.withPair(faults: [Self.script(fault, moment)]) { server, provider in
        let connection = try RawConnection(port: server.port)
        connection.send("POST /pay HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi")
        if fault == .silence { connection.endSending() }
        let (bytes, _) = await connection.rest()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasSuffix(fault.type == "cut_body" ? "\r\n\r\nre" : ""))
        #expect(provider.requests.count == count, "\(fault) \(String(describing: moment))")
        let entry = try #require(await server.requests().entries.first)
        #expect(entry.fault?.type == fault.type)
        #expect(entry.answer == (count == 0 ? .unmatched : .forwarded))
      }
    }
  }

  @Test func `a status after the effect hides what the provider did`() async throws {
    let fault = HTTPFault.status(FaultResponse(status: 503))
    try await Self.withPair(faults: [Self.script(fault, .after)]) { server, provider in
      let hidden = try await AdminTests.ask(server, "POST /pay")
      #expect(hidden.status == 503)
      #expect(provider.requests.count == 1)
      let shown = try await AdminTests.ask(server, "POST /pay")
      #expect(shown.text == "real")
      #expect(await server.requests().entries.map(\.status) == [503, 200])
    }
  }

  @Test func `a request says itself on which side of the effect its fault strikes`() async throws {
    try await Self.withPair(options: MockOptions(allowsFaultHeader: true)) { server, provider in
      for (value, count) in [
        ("empty_reply,effect=before", 0), ("empty_reply,effect=after", 1),
        ("cut_body,bytes=1", 2),
      ] {
        let connection = try RawConnection(port: server.port)
        connection.send("POST /pay HTTP/1.1\r\nX-Counterpart-Fault: \(value)\r\n\r\n")
        _ = await connection.rest()
        #expect(provider.requests.count == count, "\(value)")
      }
      #expect(provider.requests.allSatisfy { $0.header("X-Counterpart-Fault") == nil })
      for wrong in ["cut_body,bytes=1,effect=before", "silence,effect=later"] {
        let answer = try await AdminTests.ask(
          server, "GET /pay", "X-Counterpart-Fault: \(wrong)\r\n")
        #expect(answer.status == 400)
      }
    }
  }
}
