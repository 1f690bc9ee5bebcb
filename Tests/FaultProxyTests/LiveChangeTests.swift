import FaultModel
import TestSupport
import Testing

@testable import FaultProxy

/// Toxics that come, change and go while a connection is open.
@Suite(.timeLimit(.minutes(2)))
struct LiveChangeTests {
  @Test func `a limit that is added counts from then on`() async throws {
    try await StreamTests.with(.echo, []) { proxy, connection in
      connection.send("abc")
      #expect(await connection.take(3).count == 3)
      try await proxy.add(try Toxic(text: "limit_data,bytes=2"))
      connection.send("defgh")
      #expect(await connection.rest().bytes == Array("de".utf8))
    }
  }

  @Test func `a latency that is lowered lets go what waits`() async throws {
    try await StreamTests.with(.echo, ["latency,latency=3600000"]) { proxy, connection in
      connection.send("abc")
      while await proxy.counts.downstreamReceived < 3 { await Task.yield() }
      let changed = try await proxy.change("latency_downstream") { toxic throws(ToxicError) in
        try toxic.change(attributes: ["latency": 10])
      }
      #expect(changed.attributes["latency"] == 10)
      #expect(await connection.take(3).count == 3)
      let start = ContinuousClock.now
      connection.send("def")
      #expect(await connection.take(3).count == 3)
      #expect(ContinuousClock.now - start >= .milliseconds(10))
    }
  }

  @Test func `a time-out that is removed closes the connection that it silenced`() async throws {
    try await StreamTests.with(.echo, ["timeout"]) { proxy, connection in
      connection.send("abc")
      while await proxy.counts.downstreamReceived < 3 { await Task.yield() }
      try await proxy.removeToxic("timeout_downstream")
      let (bytes, end) = await connection.rest()
      #expect(bytes == [])
      #expect(end == .closed)
    }
  }

  @Test func `the reason of a refused change is told, and nothing changes`() async throws {
    try await StreamTests.with(.echo, ["latency,latency=1"]) { proxy, _ in
      await #expect(throws: ToxicError.self) {
        try await proxy.change("latency_downstream") { toxic throws(ToxicError) in
          try toxic.change(toxicity: 0.5, attributes: ["latency": -1])
        }
      }
      let toxic = try await proxy.toxic("latency_downstream")
      #expect(toxic.toxicity == 1)
      #expect(toxic.attributes["latency"] == 1)
    }
  }
}
