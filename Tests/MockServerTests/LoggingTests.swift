import FaultModel
import Logging
import MockEngine
import MockServer
import TestSupport
import Testing

/// What a mock logs.
@Suite struct LoggingTests {
  static func withServer(
    _ level: Logger.Level, forwardingTo target: ForwardTarget? = nil,
    _ test: (MockServer, CapturedLog) async throws -> Void
  ) async throws {
    let log = CapturedLog()
    let server = try await MockServer.start(
      playing: [try MockServerTests.contract(MockServerTests.orders)],
      forwardingTo: target, logger: log.logger(level))
    do {
      try await test(server, log)
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  @Test func `an unmatched request is told at info, a matched one is not`() async throws {
    try await Self.withServer(.info) { server, log in
      _ = try await AdminTests.ask(server, "GET /orders/42")
      _ = try await AdminTests.ask(server, "GET /x?a=b")
      #expect(
        log.lines == [
          "info: listening url=\(server.url)",
          "info: a request was not matched method=GET number=2 status=500 url=/x?a=b",
        ])
      await server.stop()
      #expect(log.lines.last == "info: ending")
    }
  }

  @Test func `every request is told at debug`() async throws {
    try await Self.withServer(.debug) { server, log in
      _ = try await AdminTests.ask(server, "GET /orders/42")
      #expect(
        log.lines.last
          == "debug: a request was answered method=GET number=1 status=200 url=/orders/42"
      )
    }
  }

  @Test func `what the admin API changes is told at info`() async throws {
    try await Self.withServer(.info) { server, log in
      let stub = #"{"id": "0a52aaa6-0000-4000-8000-000000000001", "name": "n", "request": {}}"#
      let path = "/__admin/mappings/0a52aaa6-0000-4000-8000-000000000001"
      _ = try await AdminTests.ask(server, "POST /__admin/mappings", body: stub)
      _ = try await AdminTests.ask(server, "PUT \(path)", body: stub)
      _ = try await AdminTests.ask(server, "DELETE \(path)")
      let script = #"{"faults": [{"name": "f", "path": "/x", "steps": [{"type": "reset_peer"}]}]}"#
      _ = try await AdminTests.ask(server, "PUT /__admin/faults", body: script)
      let events = log.lines.dropFirst().map { $0.prefix { $0 != "=" } }
      #expect(
        events == [
          "info: stub added id", "info: stub changed id", "info: stub removed id",
          "info: faults changed scripts",
        ], "\(log.lines)")
    }
  }

  @Test func `a refused admin call is a warning with its reason, but without the token`()
    async throws
  {
    try await Self.withServer(.warning) { server, log in
      let fields = "Host: evil.example\r\nAuthorization: Bearer wrong\r\n"
      _ = try await AdminTests.ask(server, "DELETE /__admin/mappings", fields)
      _ = try await AdminTests.ask(server, "GET /x")
      #expect(log.lines.count == 1)
      let line = try #require(log.lines.first)
      #expect(
        line.hasPrefix("warning: an admin call was refused method=DELETE path=/__admin/mappings"))
      #expect(line.contains("'evil.example'"))
      #expect(!line.contains("wrong"))
    }
  }

  @Test func `a provider that cannot be reached is a warning`() async throws {
    let port = ReservedPort()
    let target = try ForwardTarget(url: "http://\(port.endpoint)")
    try await Self.withServer(.warning, forwardingTo: target) { server, log in
      let answer = try await AdminTests.ask(server, "GET /x")
      #expect(answer.status == 502)
      #expect(log.lines.count == 1)
      #expect(
        log.lines.first?.hasPrefix("warning: a request could not be forwarded number=1") == true)
      let samples = try await MetricsTests.samples(server)
      #expect(samples[MetricsTests.requests("forwarded", "5xx")] == 1)
      #expect(samples["counterpart_mock_forward_seconds_count"] == 1)
    }
  }
}
