import FaultModel
import TestSupport
import Testing

@testable import FaultProxy

/// Proxies over real sockets, in front of a server that answers `hello`.
@Suite(.timeLimit(.minutes(2)))
struct ProxyTests {
  static let request = "GET / HTTP/1.1\r\n\r\n"

  static func withProxy(
    _ toxics: [String], _ test: (FaultProxy, RawConnection) async throws -> Void
  ) async throws {
    let server = try ScriptedServer { _ in .response(body: "hello", then: .close) }
    defer { server.stop() }
    let options = ProxyOptions(
      name: "p", listen: try #require(Endpoint("127.0.0.1:0")),
      upstream: try #require(Endpoint(server.endpoint)),
      toxics: try toxics.map { try Toxic(text: $0) })
    let proxy = try await FaultProxy.start(options, seed: 1)
    let connection = try RawConnection(port: await proxy.options.listen.port)
    try await test(proxy, connection)
    await proxy.disable()
  }

  @Test(arguments: [
    ("noop", 0), ("latency,latency=60", 60), ("bandwidth,rate=1", 40), ("slow_close,delay=50", 50),
    ("slicer,average_size=10,delay=10000", 30), ("latency,latency=40,stream=upstream", 40),
  ])
  func `the answer comes whole and never early`(toxic: String, milliseconds: Int) async throws {
    try await Self.withProxy([toxic]) { proxy, connection in
      let start = ContinuousClock.now
      connection.send(Self.request)
      let (bytes, end) = await connection.rest()
      #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\r\n\r\nhello"))
      #expect(end == .closed)
      #expect(ContinuousClock.now - start >= .milliseconds(milliseconds))
      let counts = await proxy.counts
      #expect(counts.connections == 1)
      #expect(counts.upstreamBytes == Self.request.utf8.count)
      #expect(counts.downstreamBytes == bytes.count)
    }
  }

  @Test func `limit_data cuts at the byte`() async throws {
    try await Self.withProxy(["limit_data,bytes=7"]) { _, connection in
      connection.send(Self.request)
      #expect(await connection.rest().bytes == Array("HTTP/1.".utf8))
    }
  }

  @Test func `timeout says nothing and closes`() async throws {
    try await Self.withProxy(["timeout,timeout=30"]) { _, connection in
      connection.send(Self.request)
      let (bytes, end) = await connection.rest()
      #expect(bytes == [])
      #expect(end == .closed)
    }
  }

  @Test func `reset_peer resets`() async throws {
    try await Self.withProxy(["reset_peer"]) { _, connection in
      connection.send(Self.request)
      let (bytes, end) = await connection.rest()
      #expect(bytes == [])
      #expect(end == .reset)
    }
  }

  @Test func `toxics change on open connections`() async throws {
    try await Self.withProxy(["latency,latency=3600000"]) { proxy, connection in
      connection.send(Self.request)
      while await proxy.counts.upstreamBytes == 0 { await Task.yield() }
      try await proxy.removeToxic("latency_downstream")
      #expect(await connection.rest().bytes.count > 5)
    }
  }
}
