import ContractModel
import JSONText
import Synchronization
import TestSupport
import Testing

@testable import ContractVerifier

/// Runs over a real connection, on a clock that does not wait.
@Suite(.timeLimit(.minutes(3)))
struct WaitingTests {
  static func item(
    _ path: String, states: [String] = [], comments: String? = nil, method: String = "GET"
  ) throws -> VerificationItem {
    let interaction = Interaction(
      description: path, providerStates: states.map { ProviderState($0) },
      comments: try comments.map { try JSONValue(parsing: $0) },
      content: .http(HTTPRequest(method: method, path: path), HTTPResponse(status: 200)))
    return VerificationItem(
      interaction,
      of: Contract(consumer: "web-shop", provider: "order-service", interactions: [interaction]))
  }

  /// A provider that gives the right answer to a path from the n-th request on.
  static func provider(
    right: [String: Int]
  ) -> @Sendable (ReceivedRequest) -> ScriptedReply {
    let counts = Counts()
    return { request in
      let count = counts.next(request.methodAndTarget)
      let path = request.methodAndTarget.split(separator: " ").last.map(String.init) ?? ""
      return count >= right[path] ?? 1 ? .response() : .response("503 Service Unavailable")
    }
  }

  /// Verifies, and gives the results and how long the pauses were.
  static func verify(
    _ items: [VerificationItem], right: [String: Int] = [:],
    _ change: @escaping @Sendable (inout VerifierConfiguration) -> Void,
    _ check: (VerificationResult, Duration, ScriptedServer) -> Void
  ) async throws {
    let server = try ScriptedServer(provider(right: right))
    defer { server.stop() }
    let time = FakeClock()
    let result = try await onThread {
      var configuration = VerifierConfiguration(providerURL: server.url)
      configuration.connectTimeout = .seconds(60)
      configuration.requestTimeout = .seconds(60)
      change(&configuration)
      if configuration.stateURL != nil { configuration.stateURL = server.url + "/_states" }
      var verifier = ContractVerifier(.init(name: "order-service"), configuration: configuration)
      verifier.clock = time.clock
      return try verifier.verify(items).result
    }
    check(result, time.elapsed, server)
  }

  @Test func `an interaction is asked until it passes`() async throws {
    try await Self.verify([try Self.item("/a")], right: ["/a": 5]) {
      $0.retryLimit = .seconds(10)
    } _: { result, elapsed, server in
      #expect(result.results.map(\.status) == [.passed])
      #expect(result.results.map(\.tries) == [5])
      #expect(elapsed == .milliseconds(100 + 200 + 400 + 800))
      #expect(server.requests.count == 5)
    }
  }

  @Test func `it fails with its last answer when the time is over`() async throws {
    try await Self.verify([try Self.item("/a")], right: ["/a": 100]) {
      $0.retryLimit = .seconds(3)
    } _: { result, elapsed, server in
      #expect(result.results.map(\.status) == [.failed])
      #expect(result.results.map(\.tries) == [7])
      #expect(result.results.first?.mismatches.map(\.kind) == [.status])
      #expect(elapsed == .seconds(3))
      #expect(server.requests.count == 7)
    }
  }

  @Test func `no answer is a reason to ask again as well`() async throws {
    let counts = Counts()
    let server = try ScriptedServer { request in
      counts.next("") > 2 ? .response() : .bytes([], then: .close)
    }
    defer { server.stop() }
    let time = FakeClock()
    let item = try Self.item("/a")
    let result = try await onThread {
      var configuration = VerifierConfiguration(providerURL: server.url)
      configuration.retryLimit = .seconds(60)
      var verifier = ContractVerifier(.init(name: "order-service"), configuration: configuration)
      verifier.clock = time.clock
      return try verifier.verify([item]).result
    }
    #expect(result.results.map(\.status) == [.passed])
    #expect((result.results.first?.tries ?? 0) > 1)
  }

  @Test func `states are not set up and torn down again`() async throws {
    let items = [try Self.item("/a", states: ["x"]), try Self.item("/b")]
    try await Self.verify(items, right: ["/a": 3]) {
      $0.retryLimit = .seconds(10)
      $0.stateURL = ""
      $0.tearsStatesDown = true
      $0.parallel = 4
    } _: { result, _, server in
      #expect(result.results.map(\.status) == [.passed, .passed])
      #expect(
        server.requests.map(\.methodAndTarget) == [
          "POST /_states", "GET /a", "GET /a", "GET /a", "POST /_states",
          "POST /_states", "GET /b", "POST /_states",
        ])
    }
  }

  @Test func `others go on while one pauses`() async throws {
    let items = [try Self.item("/a"), try Self.item("/b"), try Self.item("/c")]
    try await Self.verify(items, right: ["/a": 2]) {
      $0.retryLimit = .seconds(10)
    } _: { result, _, server in
      #expect(result.results.map(\.description) == ["/a", "/b", "/c"])
      #expect(result.results.map(\.tries) == [2, 1, 1])
      #expect(
        server.requests.map(\.methodAndTarget) == ["GET /a", "GET /b", "GET /c", "GET /a"])
    }
  }

  @Test func `the comment of a contract goes before what is wished`() async throws {
    let items = [
      try Self.item("/a", comments: #"{"counterpart:retryUntil": "0"}"#),
      try Self.item("/b", comments: #"{"counterpart:retryUntil": "1s"}"#),
      try Self.item("/c", comments: #"{"counterpart:retryUntil": "soon"}"#),
    ]
    try await Self.verify(items, right: ["/a": 100, "/b": 4]) {
      $0.retryLimit = .milliseconds(1)
    } _: { result, _, _ in
      #expect(result.results.map(\.status) == [.failed, .passed, .error])
      #expect(result.results.map(\.tries) == [1, 4, 0])
    }
  }

  @Test func `what changes nothing is asked as often as is measured`() async throws {
    let items = [try Self.item("/a"), try Self.item("/b", method: "POST")]
    try await Self.verify(items) {
      $0.samples = 20
      $0.latencyBudgets = [LatencyBudget(.p95, atMost: .seconds(60))]
    } _: { result, elapsed, server in
      #expect(result.results.map(\.status) == [.passed, .passed])
      #expect(result.results.map { $0.latency?.samples } == [20, 1])
      #expect(result.results.map(\.tries) == [1, 1])
      #expect(server.requests.count == 21)
      #expect(elapsed == .zero)
    }
  }

  @Test func `a budget that is not kept is a failure of its own`() async throws {
    try await Self.verify([try Self.item("/a")]) {
      $0.latencyBudgets = [
        LatencyBudget(.max, atMost: .nanoseconds(1)), LatencyBudget(.mean, atMost: .seconds(60)),
      ]
    } _: { result, _, _ in
      #expect(result.results.map(\.status) == [.failed])
      #expect(result.results.first?.mismatches.map(\.kind) == [.latency])
      #expect(result.results.first?.mismatches.map(\.path) == ["max"])
    }
  }

  @Test func `an answer that is wrong once in many fails`() async throws {
    let counts = Counts()
    let server = try ScriptedServer { _ in
      counts.next("") == 7 ? .response("500 Internal Server Error") : .response()
    }
    defer { server.stop() }
    let item = try Self.item("/a")
    let result = try await onThread {
      var configuration = VerifierConfiguration(providerURL: server.url)
      configuration.samples = 20
      let verifier = ContractVerifier(.init(name: "order-service"), configuration: configuration)
      return try verifier.verify([item]).result
    }
    #expect(result.results.map(\.status) == [.failed])
    #expect(server.requests.count == 7)
  }

  @Test func `without a wish nothing is measured`() async throws {
    try await Self.verify([try Self.item("/a")]) { _ in
    } _: { result, _, server in
      #expect(result.results.map(\.latency) == [nil])
      #expect(server.requests.count == 1)
    }
  }
}

/// Counts requests, on whatever thread they come.
final class Counts: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  /// How often this name came, this time included.
  func next(_ name: String) -> Int {
    counts.withLock { counts in
      counts[name, default: 0] += 1
      return counts[name] ?? 0
    }
  }
}
