import MockEngine
import MockServer
import TestSupport
import Testing

/// More connections than a mock takes.
@Suite(.timeLimit(.minutes(3))) struct ConnectionLimitTests {
  static let get = "GET /orders/42 HTTP/1.1\r\nHost: localhost\r\n\r\n"

  static func withServer(
    _ limit: Int, _ test: (MockServer) async throws -> Void
  ) async throws {
    let server = try await MockServer.start(
      playing: [try MockServerTests.contract(MockServerTests.orders)], connectionLimit: limit)
    do {
      try await test(server)
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  @Test func `one too many is told so, and those that are open go on`() async throws {
    try await Self.withServer(2) { server in
      let first = try RawConnection(port: server.port)
      let second = try RawConnection(port: server.port)
      for connection in [first, second] {
        connection.send(Self.get)
        #expect(try await connection.response().status == 200)
      }
      let third = try RawConnection(port: server.port)
      let refused = try await third.response()
      #expect(refused.status == 503)
      #expect(refused.header("Connection") == "close")
      #expect(refused.text.contains("--max-connections"))
      #expect(await third.rest().bytes == [])
      first.send(Self.get)
      #expect(try await first.response().status == 200)
      second.send("GET /__admin/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let metrics = try await second.response().text
      #expect(metrics.contains("\ncounterpart_mock_refused_connections_total 1\n"))
      #expect(metrics.contains("\ncounterpart_mock_connections 2\n"))
      // Only the requests that were taken are in the journal.
      #expect(await server.requests().entries.count == 3)
    }
  }

  @Test func `there is room again when one ends`() async throws {
    try await Self.withServer(1) { server in
      for _ in 0..<3 {
        let connection = try RawConnection(port: server.port)
        connection.send(Self.get)
        #expect(try await connection.response().status == 200)
        connection.endSending()
        #expect(await connection.rest().end == .closed)
      }
    }
  }

  @Test func `hundreds at once harm nobody`() async throws {
    try await Self.withServer(1) { server in
      let first = try RawConnection(port: server.port)
      first.send(Self.get)
      #expect(try await first.response().status == 200)
      var others: [RawConnection] = []
      for _ in 0..<300 { others.append(try RawConnection(port: server.port)) }
      for connection in others {
        // Either the refusal or an end without one, but never an answer.
        let text = String(decoding: await connection.rest().bytes, as: UTF8.self)
        #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 503 "))
      }
      first.send(Self.get)
      #expect(try await first.response().status == 200)
    }
  }
}
