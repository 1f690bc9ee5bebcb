import MockEngine
import MockServer
import TestSupport
import Testing

extension ForwardTests {
  @Test func `a provider that is not there, is late or talks nonsense is told of`() async throws {
    let port = ReservedPort()
    let server = try await MockServer.start(
      playing: [], forwardingTo: try ForwardTarget(url: "http://\(port.endpoint)"))
    let unreachable = try await AdminTests.ask(server, "GET /a")
    #expect(unreachable.status == 502)
    #expect(unreachable.text.contains("cannot be reached"))
    #expect(await server.requests().entries.map(\.status) == [502])
    await server.stop()
    withExtendedLifetime(port) {}
    let late = ForwardLimits(timeout: .milliseconds(20))
    try await Self.withPair(limits: late, provider: { _ in .hang }) { server, _ in
      let answer = try await AdminTests.ask(server, "GET /a")
      #expect(answer.status == 504)
    }
    for nonsense in ["what?\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"] {
      try await Self.withPair(provider: { _ in .text(nonsense, then: .close) }) { server, _ in
        let answer = try await AdminTests.ask(server, "GET /a")
        #expect(answer.status == 502)
        #expect(answer.text.contains("cannot be read"), "\(answer.text)")
      }
    }
    try await Self.withPair(limits: ForwardLimits(body: 3)) { server, _ in
      let answer = try await AdminTests.ask(server, "GET /a")
      #expect(answer.status == 502)
      #expect(answer.text.contains("larger than 3 bytes"))
    }
  }

  @Test func `a request that comes back is refused`() async throws {
    try await Self.withPair { server, provider in
      let answer = try await AdminTests.ask(
        server, "GET /a", "Via: 1.1 other, 1.1 counterpart-\(server.port)\r\n")
      #expect(answer.status == 508)
      #expect(provider.requests.count == 0)
    }
  }

  @Test func `pipelined requests are answered in order`() async throws {
    try await Self.withPair(provider: { .response(body: $0.methodAndTarget) }) { server, _ in
      let connection = try RawConnection(port: server.port)
      let targets = ["/a", "/orders/42", "/b"]
      connection.send(targets.map { "GET \($0) HTTP/1.1\r\n\r\n" }.joined())
      var texts: [String] = []
      for _ in targets { texts.append(try await connection.response().text) }
      #expect(texts == ["GET /a", #"{"id":42}"#, "GET /b"])
    }
  }

  @Test(arguments: [
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://a/", "http://a"),
    ("HTTP://[::1]:9/v1/", "http://[::1]:9/v1"), ("https://a", "https://a"), ("ftp://a", nil),
    ("a:80", nil),
    ("http://", nil), ("http://a:0", nil), ("http://a:x", nil), ("http://u@a", nil),
    ("https://u@a", nil),
    ("http://a?b", nil), ("http://a/ b", nil),
  ])
  func `a target is one base URL`(text: String, target: String?) throws {
    #expect((try? ForwardTarget(url: text))?.description == target)
  }

  @Test func `a host that is not known is an error at the start`() async throws {
    let error = await #expect(throws: MockServerError.self) {
      try await MockServer.start(
        playing: [], forwardingTo: try ForwardTarget(url: "http://no-such-host.invalid"))
    }
    #expect(error?.kind == .forwarding)
  }
}
