import CoreMetrics
import FaultModel
import JSONText
import MockEngine
import MockServer
import Synchronization
import TestSupport
import Testing

/// What a mock counts, and what it says of its health.
@Suite struct MetricsTests {
  static let stubs = #"{"mappings": [{"request": {"urlPath": "/s"}, "response": {"status": 201}}]}"#

  /// The samples of a mock's metrics.
  static func samples(_ server: MockServer) async throws -> [String: Double] {
    let answer = try await AdminTests.ask(server, "GET /__admin/metrics")
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
    var samples: [String: Double] = [:]
    for line in answer.text.split(separator: "\n") where !line.hasPrefix("#") {
      let place = try #require(line.lastIndex(of: " "))
      samples[String(line[..<place])] = Double(line[place...].dropFirst())
    }
    return samples
  }

  static func requests(_ outcome: String, _ status: String) -> String {
    "counterpart_mock_requests_total{outcome=\"\(outcome)\",status=\"\(status)\"}"
  }

  @Test func `requests are counted by what became of them and by status`() async throws {
    try await StubServer.run(Self.stubs, interactions: MockServerTests.orders) { mock in
      for _ in 0..<3 { _ = try await mock.ask("GET", "/s") }
      _ = try await mock.ask("GET", "/orders/42")
      _ = try await mock.ask("GET", "/nothing")
      _ = try await mock.admin("GET", "no-such-call")
      let samples = try await Self.samples(mock.server)
      #expect(samples[Self.requests("stub", "2xx")] == 3)
      #expect(samples[Self.requests("interaction", "2xx")] == 1)
      #expect(samples[Self.requests("unmatched", "5xx")] == 1)
      #expect(samples[Self.requests("admin", "4xx")] == 1)
      #expect(samples[Self.requests("fault", "5xx")] == nil)
      #expect(samples["counterpart_mock_stubs"] == 1)
      #expect(samples["counterpart_mock_interactions"] == 4)
      #expect((samples["counterpart_mock_connections"] ?? 0) >= 1)
      #expect((samples["counterpart_mock_journal_bytes"] ?? 0) > 100)
      #expect(samples["counterpart_mock_journal_evicted_requests_total"] == 0)
      #expect((samples["counterpart_mock_start_time_seconds"] ?? 0) > 1_700_000_000)
    }
  }

  @Test func `faults are counted by type, and those without an answer have no status`() async throws
  {
    let script = FaultTests.script([.status(FaultResponse(status: 503)), .resetPeer])
    try await MockServerTests.withServer(faults: [script]) { server in
      _ = try await AdminTests.ask(server, "GET /orders/42")
      _ = try? await AdminTests.ask(server, "GET /orders/42")
      let samples = try await Self.samples(server)
      #expect(samples["counterpart_mock_faults_total{type=\"status\"}"] == 1)
      #expect(samples["counterpart_mock_faults_total{type=\"reset_peer\"}"] == 1)
      #expect(samples[Self.requests("fault", "5xx")] == 1)
      #expect(samples[Self.requests("fault", "none")] == 1)
    }
  }

  @Test func `what the journal forgets is counted, and a clearing does not take it back`()
    async throws
  {
    try await StubServer.run(Self.stubs, options: MockOptions(journalLimit: 4_000)) { mock in
      for _ in 0..<50 { _ = try await mock.ask("GET", "/s") }
      let forgotten = "counterpart_mock_journal_evicted_requests_total"
      let before = try await Self.samples(mock.server)
      let count = try #require(before[forgotten])
      #expect(count > 0)
      #expect((before["counterpart_mock_journal_bytes"] ?? .infinity) <= 4_000)
      _ = try await mock.admin("DELETE", "requests")
      let after = try await Self.samples(mock.server)
      #expect(after[forgotten] == count)
      #expect(after["counterpart_mock_journal_bytes"] == 0)
    }
  }

  @Test func `metrics go to the factory that is given, and the admin API says so`() async throws {
    let factory = CountingFactory()
    let server = try await MockServer.start(playing: [], metrics: factory)
    _ = try await AdminTests.ask(server, "GET /x")
    let answer = try await AdminTests.ask(server, "GET /__admin/metrics")
    await server.stop()
    #expect(answer.status == 404)
    #expect(factory.counts.withLock { $0["counterpart_mock_requests unmatched 5xx"] } == 1)
  }

  @Test func `two mocks count for themselves`() async throws {
    try await StubServer.run(Self.stubs) { first in
      try await StubServer.run(Self.stubs) { second in
        _ = try await first.ask("GET", "/s")
        #expect(try await Self.samples(second.server)[Self.requests("stub", "2xx")] == nil)
      }
    }
  }

  @Test func `health and readiness need no token, and tell nothing else`() async throws {
    let server = try await MockServer.start(
      playing: [], host: "0.0.0.0", admin: AdminAccess(token: "secret"))
    for (path, status) in [("health", "healthy"), ("ready", "ready")] {
      let answer = try await AdminTests.ask(server, "GET /__admin/\(path)", "Host: elsewhere\r\n")
      #expect(answer.status == 200)
      #expect(answer.text == #"{"status":"\#(status)"}"#)
      #expect(try await AdminTests.ask(server, "POST /__admin/\(path)").status == 401)
      #expect(try await AdminTests.ask(server, "GET /__admin/\(path)/x").status == 401)
    }
    #expect(try await AdminTests.ask(server, "GET /__admin/metrics").status == 401)
    await server.stop()
  }

  @Test func `a mock that was asked to end is not ready`() async throws {
    try await StubServer.run { mock in
      let connection = try RawConnection(port: mock.server.port)
      connection.send(StubServer.request("POST", "/__admin/shutdown"))
      #expect(try await connection.response().status == 200)
      connection.send(StubServer.request("GET", "/__admin/ready"))
      let answer = try await connection.response()
      #expect(answer.status == 503)
      #expect(answer.text == #"{"status":"not ready"}"#)
    }
  }
}

/// A factory that adds up what counters are told.
private final class CountingFactory: MetricsFactory {
  let counts = Mutex<[String: Int64]>([:])

  final class Handler: CounterHandler {
    let name: String
    let factory: CountingFactory

    init(_ name: String, _ factory: CountingFactory) {
      self.name = name
      self.factory = factory
    }

    func increment(by amount: Int64) { factory.counts.withLock { $0[name, default: 0] += amount } }

    func reset() {}
  }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    Handler(([label] + dimensions.map(\.1)).joined(separator: " "), self)
  }

  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    NOOPMetricsHandler.instance
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    NOOPMetricsHandler.instance
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    NOOPMetricsHandler.instance
  }

  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
}
