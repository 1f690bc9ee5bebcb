import FaultModel
import MockEngine
import MockServer
import TestSupport
import Testing

/// What the mock knows of the requests that it got, over real sockets.
@Suite struct JournalTests {
  @Test func `tells requests in order, with what answered them`() async throws {
    let script = FaultTests.script([.asContracted, .cutBody(bytes: 2), .resetPeer])
    try await MockServerTests.withServer(
      faults: [script], options: MockOptions(seed: 9)
    ) { server in
      let first = try RawConnection(port: server.port)
      first.send("GET /orders/42 HTTP/1.1\r\nHost: h\r\n\r\n")
      _ = try await first.response()
      first.send("POST /none?a=1 HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi")
      _ = try await first.response()
      for _ in 1...2 {
        let next = try RawConnection(port: server.port)
        next.send("GET /orders/42 HTTP/1.1\r\n\r\n")
        _ = await next.rest()
      }
      let journal = await server.requests()
      let entries = journal.entries
      #expect(journal.isComplete)
      #expect(entries.map(\.number) == [1, 2, 3, 4])
      #expect(entries.map(\.target) == ["/orders/42", "/none?a=1", "/orders/42", "/orders/42"])
      #expect(entries.map(\.body).map(\.count) == [0, 2, 0, 0])
      #expect(entries.map(\.source.connection) == [1, 1, 2, 3])
      #expect(entries.allSatisfy { $0.source.client.description == "127.0.0.1" })
      #expect(
        entries.map(\.answer) == [.interaction(0), .unmatched, .interaction(0), .interaction(0)])
      #expect(entries.map(\.status) == [200, 500, 200, nil])
      #expect(entries.map { $0.fault?.text } == [nil, nil, "cut_body,bytes=2", "reset_peer"])
      #expect(entries.map { $0.fault?.request } == [nil, nil, 2, 3])
      #expect(entries.map { $0.fault?.seed } == [nil, nil, 9, 9])
      #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.time <= $1.time })
      #expect(await server.plays(of: "an order") == 3)
      await server.clearJournal()
      #expect(await server.requests().entries == [])
      #expect(await server.plays(of: "an order") == 3)
    }
  }

  @Test func `waits until so many requests came`() async throws {
    try await MockServerTests.withServer { server in
      async let waiting = server.requests(atLeast: 2) { $0.path == "/orders/42" }
      let connection = try RawConnection(port: server.port)
      for path in ["/orders/42", "/other", "/orders/42"] {
        connection.send("GET \(path) HTTP/1.1\r\n\r\n")
        _ = try await connection.response()
      }
      #expect(await waiting.entries.map(\.number) == [1, 3])
      #expect(await server.requests(atLeast: 1, after: 2).entries.map(\.number) == [3])
    }
  }

  @Test func `waiting ends with the mock`() async throws {
    let server = try await MockServer.start(playing: [])
    let connection = try RawConnection(port: server.port)
    connection.send("GET /a HTTP/1.1\r\n\r\n")
    async let waiting = server.requests(atLeast: 2)
    _ = try await connection.response()
    _ = await server.requests(atLeast: 1)
    await server.stop()
    #expect(await waiting.entries.count <= 1)
  }

  @Test func `waiting ends with the time, and with the task`() async throws {
    try await MockServerTests.withServer { server in
      let none = await server.requests(atLeast: 1, within: .milliseconds(1))
      #expect(none.entries == [])
      let task = Task { await server.requests(atLeast: 1) }
      task.cancel()
      #expect(await task.value.entries == [])
    }
  }

  @Test func `a journal of no bytes keeps none, and says so`() async throws {
    try await MockServerTests.withServer(options: MockOptions(journalLimit: 0)) { server in
      let connection = try RawConnection(port: server.port)
      connection.send("GET /orders/42 HTTP/1.1\r\n\r\n")
      _ = try await connection.response()
      let journal = await server.requests()
      #expect(journal.count == 1)
      #expect(journal.entries == [])
      #expect(!journal.isComplete)
    }
  }
}
