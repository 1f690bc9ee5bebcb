import JSONText
import TestBroker
import TestSupport
import Testing

@Suite struct VerifyBrokerTests {
  static let main = ["--consumer-version-selector", #"{"mainBranch": true}"#]
  static let publish = ["--publish", "--provider-version", "2.0.0", "--provider-branch", "main"]

  // MARK: pacts

  @Test func `the broker's pacts are verified, and nothing is published`() async throws {
    try await BrokerVerification.with { verification in
      let end = try await verification.run()
      #expect(end.exitCode == 0, "\(end)")
      #expect(end.output.contains("web-shop → order-service\n  ✓ an order\n  ✓ no order\n"))
      #expect(end.errors.contains("broker: web-shop: It is the latest of all.\n"))
      #expect(verification.broker.results.isEmpty)
      #expect(!verification.requests.contains { $0.hasPrefix("PUT") })
    }
  }

  @Test func `a broken pact is 1, with the pact's address`() async throws {
    try await BrokerVerification.with(provider: BrokerVerification.broken) { verification in
      let end = try await verification.run()
      #expect(end.exitCode == 1)
      #expect(end.output.contains("at \(verification.broker.url)/pacts/provider/order-service/"))
    }
  }

  @Test func `files and the broker's pacts are verified together`() async throws {
    let file = Pact.file(
      Pact.http("from a file", path: "/orders/44", response: #"{"status": 404}"#))
    try await BrokerVerification.with(files: ["a.json": file]) { verification in
      let end = try await verification.run("a.json")
      #expect(end.exitCode == 0, "\(end)")
      #expect(end.output.contains("from a file"))
      #expect(end.output.contains("3 interactions: 3 passed"))
    }
  }

  @Test func `the default folder is not looked for when there is a broker`() async throws {
    let file = Pact.file(
      Pact.http("from a file", path: "/orders/44", response: #"{"status": 404}"#))
    try await BrokerVerification.with(files: ["contracts/a.json": file]) { verification in
      let end = try await verification.run()
      #expect(end.output.contains("2 interactions: 2 passed"))
    }
  }

  @Test func `a path may be the address of a pact`() async throws {
    try await BrokerVerification.with { verification in
      _ = try await verification.run()
      let target = try #require(
        verification.broker.requests.map(\.methodAndTarget).last { $0.contains("/pact-version/") })
      let url = verification.broker.url + target.dropFirst("GET ".count)
      let end = try await verification.run(exactly: [url] + Self.publish)
      #expect(end.exitCode == 0, "\(end)")
      #expect(end.output.contains("2 interactions: 2 passed"))
      #expect(verification.broker.results.count == 1)
      let both = try await verification.run(url)
      #expect(both.output.contains("2 interactions: 2 passed"), "twice the same pact: \(both)")
    }
  }

  @Test func `an old broker gives the latest pacts`() async throws {
    var traits = TestBroker.Traits()
    traits.isOld = true
    try await BrokerVerification.with(traits) { verification in
      let end = try await verification.run()
      #expect(end.exitCode == 0, "\(end)")
      #expect(verification.requests[1] == "GET /pacts/provider/order-service/latest")
    }
  }

  // MARK: pending

  @Test func `a pending pact does not count until it is honoured`() async throws {
    try await BrokerVerification.with(provider: BrokerVerification.broken) { verification in
      let options = ["--enable-pending", "--provider-branch", "main"]
      let before = try await verification.run(
        exactly: ["--broker-url", verification.broker.url] + options)
      #expect(before.exitCode == 0, "\(before)")
      #expect(before.output.contains("2 interactions: 2 pending"))
      #expect(before.errors.contains("It is pending: a failure does not count."))
      try await verification.honour()
      let after = try await verification.run(
        exactly: ["--broker-url", verification.broker.url] + options)
      #expect(after.exitCode == 1, "\(after)")
    }
  }

  @Test func `work in progress is pending as well`() async throws {
    try await BrokerVerification.with(provider: BrokerVerification.broken) { verification in
      let end = try await verification.run(
        "--consumer-version-selector", #"{"branch": "none"}"#, "--include-wip-since", "2020-01-01",
        "--provider-branch", "main", "--enable-pending")
      #expect(end.exitCode == 0, "\(end)")
      #expect(end.output.contains("2 interactions: 2 pending"))
    }
  }

  // MARK: publishing

  @Test func `results, branch and tags are published`() async throws {
    try await BrokerVerification.with { verification in
      let end = try await verification.run(
        "--publish", "--provider-version", "2.0.0", "--provider-branch", "feat/x",
        "--provider-tag", "dev", "--provider-tag", "prod", "--build-url", "http://ci/1",
        "--enable-pending")
      #expect(end.exitCode == 0, "\(end)")
      let result = try #require(verification.broker.results.first)
      #expect(result["success"]?.boolean == true)
      #expect(result["providerApplicationVersion"]?.string == "2.0.0")
      #expect(result["buildUrl"]?.string == "http://ci/1")
      #expect(result["testResults"]?.count == 2)
      let marks = verification.broker.marks(of: "order-service", "2.0.0")
      #expect(marks.branches == ["feat/x"])
      #expect(marks.tags == ["dev", "prod"])
      #expect(end.errors.contains("published \(verification.broker.url)/pacts/provider/"))
      #expect(end.errors.contains("broker: web-shop: It is no longer pending."))
    }
  }

  @Test func `a failure is published with its mismatches`() async throws {
    try await BrokerVerification.with(provider: BrokerVerification.broken) { verification in
      let end = try await verification.run(
        exactly: ["--broker-url", verification.broker.url] + Self.publish)
      #expect(end.exitCode == 1)
      let result = try #require(verification.broker.results.first)
      #expect(result["success"]?.boolean == false)
      let mismatch = result["testResults"]?[0]?["mismatches"]?[0]
      #expect(mismatch?["attribute"]?.string == "body")
      #expect(mismatch?["identifier"]?.string == "$.id")
    }
  }

  @Test(arguments: [
    ["--filter-description", "an order"], ["--consumer", "web-shop"], ["--dry-run"],
  ])
  func `nothing is published of a part, nor of a dry run`(options: [String]) async throws {
    try await BrokerVerification.with { verification in
      let end = try await verification.run(
        exactly: ["--broker-url", verification.broker.url] + Self.publish + options)
      #expect(end.exitCode == 0, "\(end)")
      #expect(verification.broker.results.isEmpty)
      #expect(!verification.requests.contains { $0.hasPrefix("PUT") })
      #expect(end.errors.contains("nothing is published: ") == (options != ["--dry-run"]))
    }
  }

  @Test func `nothing is published of an interrupted run`() async throws {
    let (arrivals, continuation) = AsyncStream.makeStream(of: Void.self)
    try await BrokerVerification.with(
      provider: { _ in
        continuation.yield()
        return .hang
      }
    ) { verification in
      let arguments = verification.arguments(
        ["--broker-url", verification.broker.url] + Self.publish)
      let end = try await CommandLineTool.counterpart.whileRunning(
        arguments, in: verification.folder.url, environment: BrokerVerification.environment()
      ) { tool in
        for await _ in arrivals { break }
        tool.send(2)
        return try await tool.end()
      }
      #expect(end.exitCode == 130, "\(end)")
      #expect(end.errors.contains("nothing is published: the run was interrupted"))
      #expect(verification.broker.results.isEmpty)
    }
  }

  @Test func `a signal while results are published ends the run`() async throws {
    let (arrivals, continuation) = AsyncStream.makeStream(of: Void.self)
    try await BrokerVerification.with { verification in
      let broker = verification.broker
      let server = try ScriptedServer { request in
        guard request.methodAndTarget.hasSuffix("/verification-results") else {
          return broker.answer(to: request)
        }
        continuation.yield()
        return .hang
      }
      defer { server.stop() }
      let end = try await CommandLineTool.counterpart.whileRunning(
        verification.arguments(["--broker-url", server.url, "--json", "out.json"] + Self.publish),
        in: verification.folder.url, environment: BrokerVerification.environment()
      ) { tool in
        for await _ in arrivals { break }
        tool.send(15)
        return try await tool.end()
      }
      #expect(end.exitCode == 143, "\(end)")
      #expect(end.errors.contains("error: interrupted while the broker was asked"))
      #expect(verification.folder.has("out.json"))
    }
  }

  @Test func `a result that the broker refuses is 69, and the others are published`() async throws {
    var traits = TestBroker.Traits()
    traits.refusedConsumer = "web-shop"
    try await BrokerVerification.with(traits) { verification in
      let other = try BrokerVerification.contract().replacing("web-shop", with: "app")
      try verification.broker.publish(other, branch: "main")
      let end = try await verification.run(
        exactly: ["--broker-url", verification.broker.url] + Self.publish)
      #expect(end.exitCode == 69, "\(end)")
      #expect(
        end.errors.contains("answered 400 to the publication of a result: success: is refused"))
      #expect(verification.broker.results.count == 1)
    }
  }

  @Test func `a pact from elsewhere cannot be published to, which is 69`() async throws {
    let contract = try BrokerVerification.contract()
    let server = try ScriptedServer { _ in .response(body: contract) }
    defer { server.stop() }
    try await BrokerVerification.with { verification in
      let end = try await verification.run(exactly: [server.url + "/pact.json"] + Self.publish)
      #expect(end.exitCode == 69)
      #expect(end.output.contains("2 interactions: 2 passed"))
      #expect(end.errors.contains("the pact has no link 'pb:publish-verification-results'"))
    }
  }
}
