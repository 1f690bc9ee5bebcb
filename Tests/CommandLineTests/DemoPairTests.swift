import JSONText
import TestSupport
import Testing

/// The example provider and consumer against the contract that lies in the repository.
@Suite(.timeLimit(.minutes(3)))
struct DemoPairTests {
  /// Runs `order-service`, and a test with its address.
  static func withOrderService(
    _ arguments: [String], _ test: (String) async throws -> Void
  ) async throws {
    try await CommandLineTool.orderService.whileRunning(arguments) { service in
      let start = "order-service listening on "
      let url = try await service.line(startingWith: start).dropFirst(start.count)
      try await test(String(url))
      service.send(15)
      #expect(try await service.end().exitCode == 0)
    }
  }

  /// Verifies `order-service` against the contracts of the repository.
  static func verify(_ url: String) async throws -> VerificationReport {
    try VerificationReport(
      await CommandLineTool.counterpart.run(
        [
          "verify", "contracts", "--provider", "order-service", "--provider-url", url,
          "--state-url", url + "/_states", "--state-teardown", "--message-url", url + "/_messages",
          "--format", "json",
        ] + Verification.patience, in: Repository.url))
  }

  @Test func `order-service honours its contract`() async throws {
    try await Self.withOrderService([]) { url in
      let report = try await Self.verify(url)
      #expect(report.exitCode == 0)
      #expect(report.counts == [16, 15, 0, 1, 0, 0])
      #expect(report.warnings == [])
      let pending = report.results.filter { $0["status"]?.string == "pending" }
      let names = pending.map { $0["description"]?.string }
      #expect(names == ["a request for the history of order 42"])
    }
  }

  @Test func `order-service with the bug does not`() async throws {
    try await Self.withOrderService(["--bug"]) { url in
      let report = try await Self.verify(url)
      #expect(report.exitCode == 1)
      #expect(report.counts == [16, 12, 3, 1, 0, 0])
      let messages = report.results.flatMap { result in
        (result["mismatches"] ?? .null).elements.compactMap { $0["message"]?.string }
      }
      #expect(messages.contains("Expected '45.4' (String) to be a number"))
      #expect(messages.contains("Expected status 412 but was 200"))
    }
  }

  /// Runs `web-shop` against a mock of the repository's files.
  static func shop(_ paths: [String], _ command: [String]) async throws -> ToolOutput {
    try await RunningMock.with(paths, in: TemporaryFolder(url: Repository.url)) { mock in
      let end = try await CommandLineTool.webShop.run(
        ["--url", "http://127.0.0.1:\(mock.port)"] + command)
      #expect(try await mock.stop().exitCode == 0)
      return end
    }
  }

  @Test func `web-shop gets along with a mock of the contract`() async throws {
    let end = try await Self.shop(["contracts"], ["tour"])
    #expect(end.exitCode == 0)
    #expect(end.errors == "")
    #expect(end.output.contains("read order 42"))
  }

  @Test func `web-shop survives the faults`() async throws {
    let end = try await Self.shop(["contracts", "mocks"], ["resilient", "42"])
    #expect(end.exitCode == 0)
    #expect(end.errors == "")
    let lines = end.output.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.first?.hasPrefix("attempt 1: ") == true)
    #expect(lines.first?.contains("503") == true)
    #expect(lines.dropFirst(3).first?.hasPrefix("attempt 4: answered") == true)
    #expect(lines.last?.hasSuffix("after 4 attempts") == true)
  }

  @Test func `web-shop fails where nobody answers`() async throws {
    let nobody = ReservedPort()
    let end = try await CommandLineTool.webShop.run(["--url", "http://\(nobody.endpoint)", "list"])
    #expect(end.exitCode == 1)
    #expect(end.errors.hasPrefix("web-shop: "))
  }
}
