import ContractTesting
import Foundation
import Testing

@Suite struct FaultTests {
  @Test func `steps befall one request after the other, and the attempts tell it`() async throws {
    try await withFolder { folder async throws in
      try await withMockService(
        "order-service", for: "web-shop",
        playing: .playing(
          .order42, .status(503, retryAfter: 2), .fault(.emptyReply), .asContracted),
        contracts: folder
      ) { mock async throws in
        let client = Client(url: mock.url)
        #expect(try await client.get("/orders/42").0 == 503)
        await #expect(throws: (any Error).self) { try await client.get("/orders/42") }
        #expect(try await client.get("/orders/42").0 == 200)
        let attempts = await mock.attempts(of: .order42)
        #expect(attempts.map(\.status) == [503, nil, 200])
        #expect(attempts.map(\.fault) == ["status,retry_after=2,status=503", "empty_reply", nil])
        #expect(attempts[0].retryAfter == .seconds(2))
        #expect(attempts[0].gap == nil)
        #expect(attempts.dropFirst().allSatisfy { $0.gap ?? .zero > .zero })
        await mock.receivedNothingElse()
      }
      let file = folder + "/web-shop-order-service.json"
      let written = try String(contentsOfFile: file, encoding: .utf8)
      #expect(!written.contains("503"))
    }
  }

  @Test func `what was only answered by faults is not written`() async throws {
    try await withFolder { folder async throws in
      try await withMockService(
        "order-service", for: "web-shop", playing: .playing(.order42, .status(503)),
        contracts: folder
      ) { mock async throws in #expect(try await Client(url: mock.url).get("/orders/42").0 == 503) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `faults befall every interaction, each counts its own requests`() async throws {
    try await withFolder { folder async throws in
      try await withMockService(
        "order-service", for: "web-shop", expecting: .order42, .orders,
        everywhere: [.status(500)], contracts: folder
      ) { mock async throws in
        let client = Client(url: mock.url)
        var statuses: [Int] = []
        for path in ["/orders/42", "/orders", "/orders/42", "/orders"] {
          statuses.append(try await client.get(path).0)
        }
        #expect(statuses == [500, 500, 200, 200])
      }
    }
  }

  @Test func `a seed decides the same each time`() async throws {
    func statuses(_ seed: UInt64) async throws -> [Int] {
      try await withMockServer(
        playing: .playing(.order42, .status(500).withProbability(0.5).times(20)), seed: seed
      ) { mock async throws in
        var statuses: [Int] = []
        for _ in 0..<20 { statuses.append(try await Client(url: mock.url).get("/orders/42").0) }
        return statuses
      }
    }
    let first = try await statuses(7)
    #expect(first == (try await statuses(7)))
    #expect(Set(first) == [200, 500])
  }

  @Test func `a step that cannot be is refused`() async throws {
    let steps: [(FaultStep, String)] = [
      (.status(99), "99"), (.asContracted.times(0), "'times' is 0"),
      (.status(500).withProbability(2), "the probability is 2.0"),
      (.fault(.slowBody(bytesPerSecond: 0)), "rate"),
    ]
    for (step, text) in steps {
      let error = await #expect(throws: ContractTestingError.self) {
        try await withMockServer(playing: .playing(.order42, step)) { _ in }
      }
      #expect(error?.description.contains(text) == true, "\(step)")
    }
  }

  @Test func `a client that gives up too early breaks its contract`() async throws {
    let issues = Issues()
    try await withKnownIssue {
      try await withMockServer(playing: .playing(.order42, .status(503).times(3))) {
        mock async throws in
        _ = try await Client(url: mock.url).get("/orders/42")
        await mock.expect(ResilienceContract(attempts: 2...3))
      }
    } matching: {
      issues.note($0)
    }
    #expect(issues.all.count == 1)
    #expect(
      issues.all.first?.contains("2 or more of GET /orders/42 were expected, there were 1") == true)
    try await withMockServer(playing: .playing(.order42, .status(503))) { mock async throws in
      _ = try await Client(url: mock.url).get("/orders/42")
      _ = try await Client(url: mock.url).get("/orders/42")
      await mock.expect(ResilienceContract(attempts: 2...3, forbidsUnsafeRetries: true))
    }
  }

  @Test func `a client that takes too long breaks its contract`() async throws {
    let issues = Issues()
    try await withKnownIssue {
      try await withMockServer(playing: .playing(.order42, .status(503))) { mock async throws in
        _ = try await Client(url: mock.url).get("/orders/42")
        await mock.expect(ResilienceContract(total: .nanoseconds(1)))
        await mock.expect(ResilienceContract(total: .seconds(600)))
      }
    } matching: {
      issues.note($0)
    }
    #expect(issues.all.count == 1)
    #expect(issues.all.first?.contains("total: does not hold") == true)
  }

  @Test func `a proxy disturbs connections`() async throws {
    try await withMockServer(.get("/health", returning: .json(.ok, ["ok": true]))) {
      mock async throws in
      try await withFaultProxy(to: mock.url, .limitData(bytes: 20)) { service async throws in
        await #expect(throws: (any Error).self) {
          try await Client(url: service.url).get("/health")
        }
        try await service.setToxics()
        #expect(try await Client(url: service.url).get("/health").0 == 200)
        await service.disable()
        await #expect(throws: (any Error).self) {
          try await Client(url: service.url).get("/health")
        }
        try await service.enable()
        #expect(try await Client(url: service.url).get("/health").0 == 200)
        #expect(await service.connectionCount == 3)
      }
    }
  }

  @Test func `a proxy to nowhere and a toxic that cannot be are refused`() async throws {
    let url = try #require(URL(string: "file:///tmp"))
    await #expect(throws: ContractTestingError.self) {
      try await withFaultProxy(to: url) { _ in }
    }
    let other = try #require(URL(string: "http://127.0.0.1:1"))
    let error = await #expect(throws: ContractTestingError.self) {
      try await withFaultProxy(to: other, .bandwidth(kilobytesPerSecond: 0)) { _ in }
    }
    #expect(error?.description.contains("rate") == true)
  }
}
