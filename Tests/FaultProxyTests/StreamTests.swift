import TestSupport
import Testing

@testable import FaultModel
@testable import FaultProxy

/// Ends, resets, limits and memory of the streams, over real sockets.
@Suite(.timeLimit(.minutes(2)))
struct StreamTests {
  static func with(
    _ behaviour: Upstream.Behaviour, _ toxics: [String],
    _ test: (FaultProxy, RawConnection) async throws -> Void
  ) async throws {
    try await Upstream.with(behaviour) { upstream in
      let options = ProxyOptions(
        name: "p", listen: .anyPort, upstream: upstream.endpoint,
        toxics: try toxics.map { try Toxic(text: $0) })
      let proxy = try await FaultProxy.start(options, seed: 1)
      let connection = try RawConnection(port: await proxy.options.listen.port)
      try await test(proxy, connection)
      await proxy.stop()
    }
  }

  @Test(arguments: [
    [], ["latency,latency=20,stream=upstream", "latency,latency=20"],
    ["slicer,average_size=1000,stream=upstream"], ["bandwidth,rate=1000000,stream=upstream"],
    ["packet_loss,loss_rate=0.05,delay=1,stream=upstream"],
  ])
  func `half a connection ends behind its last byte, and the other half goes on`(
    toxics: [String]
  ) async throws {
    try await Self.with(.count, toxics) { _, connection in
      await connection.sendAside(String(repeating: "x", count: 500_000))
      connection.endSending()
      let (bytes, end) = await connection.rest()
      #expect(String(decoding: bytes, as: UTF8.self) == "500000")
      #expect(end == .closed)
    }
  }

  @Test func `a client may end its half before there is a server`() async throws {
    try await Self.with(.echo, []) { proxy, _ in
      for _ in 0..<50 {
        let connection = try RawConnection(port: await proxy.options.listen.port)
        connection.send("abc")
        connection.endSending()
        let (bytes, end) = await connection.rest()
        #expect(bytes == Array("abc".utf8))
        #expect(end == .closed)
      }
    }
  }

  @Test(arguments: [
    "noop", "latency,latency=5,jitter=5", "slicer,average_size=999", "bandwidth,rate=100000",
  ])
  func `megabytes arrive whole`(toxic: String) async throws {
    try await Self.with(.flood(5_000_000), [toxic]) { proxy, connection in
      let (bytes, end) = await connection.rest()
      #expect(bytes.count == 5_000_000)
      #expect(end == .closed)
      #expect(await proxy.counts.downstreamReceived == 5_000_000)
    }
  }

  @Test func `who reads slowly holds the other side up`() async throws {
    try await Self.with(.flood(64_000_000), ["bandwidth,rate=1"]) { proxy, connection in
      // A fifth of a second at the least, in which all of it would have come.
      #expect(await connection.take(200).count == 200)
      #expect(await proxy.counts.downstreamReceived < 8_000_000)
    }
  }

  @Test func `who does not read at all holds up nobody else, and no memory`() async throws {
    try await Self.with(.flood(64_000_000), []) { proxy, stalled in
      let other = try RawConnection(port: await proxy.options.listen.port)
      #expect(await other.rest().bytes.count == 64_000_000)
      // By now the first would have come as well, were it not for what the sockets hold.
      #expect(await proxy.counts.downstreamReceived < 64_000_000 + 32_000_000)
      #expect(await stalled.rest().bytes.count == 64_000_000)
    }
  }

  @Test func `limit_data cuts a flood at the byte`() async throws {
    try await Self.with(.flood(1_000_000), ["limit_data,bytes=123457"]) { _, connection in
      let (bytes, end) = await connection.rest()
      #expect(bytes.count == 123_457)
      #expect(end == .closed)
    }
  }

  @Test func `limit_data upstream ends both directions`() async throws {
    try await Self.with(.echo, ["limit_data,bytes=3,stream=upstream"]) { proxy, connection in
      connection.send("abcdef")
      _ = await connection.rest()
      #expect(await proxy.counts.upstreamBytes == 3)
    }
  }

  @Test func `a server that closes takes the client with it, who is still sending`() async throws {
    try await Self.with(.close, []) { _, connection in
      for _ in 0..<100 { connection.send("more") }
      #expect(await connection.rest().end != .silent)
    }
  }

  @Test func `packet loss is late and loses nothing`() async throws {
    let start = ContinuousClock.now
    try await Self.with(.flood(3), ["packet_loss,loss_rate=1,delay=1"]) { _, connection in
      let (bytes, end) = await connection.rest()
      #expect(bytes.count == 3)
      #expect(end == .closed)
      #expect(ContinuousClock.now - start >= .milliseconds(63))
    }
  }

  @Test func `down resets before the server hears of a connection`() async throws {
    try await Self.with(.echo, ["down"]) { proxy, connection in
      let (bytes, end) = await connection.rest()
      #expect(bytes == [])
      #expect(end == .reset)
      #expect(await proxy.counts.openConnections == 0)
    }
  }

  @Test func `down resets open connections, and lets new ones in when it goes`() async throws {
    try await Self.with(.echo, []) { proxy, connection in
      connection.send("abc")
      #expect(await connection.take(3) == Array("abc".utf8))
      try await proxy.add(try Toxic(text: "down"))
      #expect(await connection.rest().end == .reset)
      try await proxy.removeToxic("down_downstream")
      let next = try RawConnection(port: await proxy.options.listen.port)
      next.send("abc")
      #expect(await next.take(3) == Array("abc".utf8))
    }
  }

  @Test func `reset_peer resets those that it befalls, and no other`() async throws {
    try await Self.with(.echo, ["reset_peer,toxicity=0.5"]) { proxy, _ in
      let toxics = await proxy.options.toxics
      for number in UInt64(1)..<20 {
        let isStruck = ToxicStage.applies(try #require(toxics.first), seed: 1, connection: number)
        let connection = try RawConnection(port: await proxy.options.listen.port)
        connection.send("abc")
        connection.endSending()
        #expect(await connection.rest().end == (isStruck ? .reset : .closed))
      }
    }
  }

  @Test func `a server that is not there closes the client`() async throws {
    let options = ProxyOptions(
      name: "p", listen: .anyPort, upstream: Endpoint(host: "127.0.0.1", port: 1))
    let proxy = try await FaultProxy.start(options, seed: 1)
    let connection = try RawConnection(port: await proxy.options.listen.port)
    #expect(await connection.rest().bytes == [])
    await proxy.stop()
  }
}
