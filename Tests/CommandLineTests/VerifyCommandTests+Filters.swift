import TestSupport
import Testing

extension VerifyCommandTests {
  // MARK: choosing interactions

  private static let three = Pact.file(
    Pact.http("an order", states: #"[{"name": "order 42 exists"}]"#),
    Pact.http("the health", path: "/health"),
    Pact.http("an invoice", path: "/invoice", states: #"[{"name": "an invoice exists"}]"#))

  @Test(arguments: [
    (["--filter-description", "^an "], ["/orders/42", "/invoice"]),
    (["--filter-state", "invoice"], ["/invoice"]),
    (["--filter-no-state"], ["/health"]),
    (["--consumer", "web-shop", "--consumer", "other"], ["/orders/42", "/health", "/invoice"]),
    (["--filter-description", "order|health", "--filter-no-state"], ["/health"]),
  ])
  func `filters choose, and all of them have to hold`(
    options: [String], paths: [String]
  ) async throws {
    try await Verification.with(["a.json": Self.three]) { verification, server in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json"] + options), in: verification.folder.url)
      #expect(end.exitCode == 0)
      #expect(server.requests.map(\.methodAndTarget) == paths.map { "GET \($0)" })
    }
  }

  @Test func `nothing chosen is 65, not green`() async throws {
    try await Verification.with(["a.json": Self.three]) { verification, server in
      let end = try await verification.run("a.json", "--consumer", "nobody")
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("none of the 3 interactions is chosen by the filters"))
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `a dry run lists with file and line, and asks nothing`() async throws {
    try await Verification.with(["a.json": Self.three]) { verification, server in
      let end = try await verification.run("a.json", "--dry-run", "--filter-state", "exists")
      #expect(end.exitCode == 0)
      #expect(
        end.output == """
          a.json:3: web-shop → order-service: an order (given order 42 exists)
          a.json:5: web-shop → order-service: an invoice (given an invoice exists)
          2 of 3 interactions would be verified

          """)
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `the last failures run again, until there are none`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.methodAndTarget.hasSuffix("/invoice")
        ? .response("500 Internal Server Error") : .response()
    }
    try await Verification.with(["a.json": Self.three], provider: answer) {
      verification, server in
      let first = try await verification.run("a.json", "--json", "report.json")
      #expect(first.exitCode == 1)
      let again = try await verification.run("a.json", "--last-failed", "report.json")
      #expect(again.exitCode == 1)
      #expect(server.requests.dropFirst(3).map(\.methodAndTarget) == ["GET /invoice"])
    }
    try await Verification.with(["a.json": Self.three]) { verification, server in
      let first = try await verification.run("a.json", "--json", "report.json")
      #expect(first.exitCode == 0)
      let again = try await verification.run("a.json", "--last-failed", "report.json")
      #expect(again.exitCode == 0)
      #expect(again.errors.contains("nothing is left to verify"))
      #expect(server.requests.count == 3)
    }
  }

  @Test(arguments: [
    (["--filter-description", "(("], Int32(64), "--filter-description: the regular expression"),
    (["--filter-state", "a", "--filter-no-state"], 64, "contradict each other"),
    (["--last-failed", "missing.json"], 66, "missing.json"),
    (["--last-failed", "a.json"], 65, "it is no JSON report of a verification"),
  ])
  func `mistakes in filters are told`(
    options: [String], code: Int32, message: String
  ) async throws {
    try await Verification.with(["a.json": Self.three]) { verification, server in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json"] + options), in: verification.folder.url)
      #expect(end.exitCode == code)
      #expect(end.errors.contains(message), "\(end.errors)")
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `a mistyped provider is told the nearest name`() async throws {
    try await Verification.with(["a.json": Self.three]) { verification, _ in
      let end = try await CommandLineTool.counterpart.run(
        ["verify", "a.json", "--provider", "Order-Servise", "--provider-url", verification.url],
        in: verification.folder.url)
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("did you mean 'order-service'?"))
    }
  }
}
