import JSONText
import TestSupport
import Testing

extension VerifyCommandTests {
  // MARK: contract files

  @Test func `a provider that no contract names is 65, and those that are named are told`()
    async throws
  {
    try await Verification.with(["a.json": Pact.file(Self.order)]) { verification, server in
      let end = try await verification.run("a.json", "--provider", "orders")
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("'orders'"))
      #expect(end.errors.contains("there are contracts for 'order-service'"))
      #expect(server.requests.map(\.methodAndTarget) == [])
    }
  }

  @Test func `a contract without interactions is 65`() async throws {
    try await Verification.with(["a.json": Pact.file()]) { verification, _ in
      let end = try await verification.run("a.json")
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("no contract has an interaction for the provider"))
    }
  }

  @Test func `contracts of other providers are left out`() async throws {
    let files = [
      "a.json": Pact.file(Pact.http("an order")),
      "b.json": Pact.file(provider: "stock", Pact.http("an article", path: "/articles/1")),
    ]
    try await Verification.with(files) { verification, server in
      let report = try await verification.report(".")
      #expect(report.exitCode == 0)
      #expect(report.counts.first == 1)
      #expect(server.requests.map(\.methodAndTarget) == ["GET /orders/42"])
    }
  }

  @Test func `fault scripts among the files are no matter`() async throws {
    let faults = #"{"faults": [{"path": "/a", "steps": [{"type": "reset_peer"}]}]}"#
    let files = ["a.json": Pact.file(Pact.http("an order")), "b.json": faults]
    try await Verification.with(files) { verification, _ in
      let end = try await verification.run(".")
      #expect(end.exitCode == 0)
      #expect(end.errors == "")
    }
  }

  @Test func `a missing path is 66, and the others are verified`() async throws {
    try await Verification.with(["a.json": Pact.file(Pact.http("an order"))]) {
      verification, server in
      let end = try await verification.run("none.json", "a.json", "--json", "out.json")
      #expect(end.exitCode == 66)
      #expect(end.errors == "error: there is no file or folder 'none.json'\n")
      #expect(end.output.contains("1 interaction: 1 passed"))
      #expect(verification.folder.has("out.json"))
      #expect(server.requests.count == 1)
    }
  }

  @Test func `nothing but a missing path is 66`() async throws {
    try await Verification.with([:]) { verification, _ in
      let explicit = try await verification.run("none")
      #expect(explicit.exitCode == 66)
      let implicit = try await verification.run()
      #expect(implicit.exitCode == 66)
      #expect(implicit.errors.contains("'contracts'"))
    }
  }

  @Test func `a run that ends before libcurl is loaded ends in order`() async throws {
    try await Verification.with([:]) { verification, _ in
      // It crashed at one end in six while other processes were at work.
      try await withThrowingTaskGroup(of: Int32?.self) { group in
        for _ in 0..<24 { group.addTask { try await verification.run("none").exitCode } }
        for try await exitCode in group { #expect(exitCode == 66) }
      }
    }
  }

  @Test func `a broken file is 65, and the others are verified`() async throws {
    let files = ["a.json": Pact.file(Pact.http("an order")), "b.json": "{\n  oops"]
    try await Verification.with(files) { verification, server in
      let end = try await verification.run("a.json", "b.json", "none.json")
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("b.json:2:3: error: not JSON: "))
      #expect(end.output.contains("1 interaction: 1 passed"))
      #expect(server.requests.count == 1)
    }
  }

  @Test(arguments: [Pact.invalidRegex, Pact.unknownRule])
  func `an interaction that cannot be used is 65, and the others run`(rules: String)
    async throws
  {
    let contract = Pact.file(
      Pact.http("an order", response: Pact.json(#"{"id": 42}"#, rules: rules)),
      Pact.http("health", path: "/health"))
    try await Verification.with(["a.json": contract]) { verification, server in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 65)
      #expect(report.statuses == ["error", "passed"])
      #expect(report.errors[0].hasPrefix("a.json:3:"), "\(report.errors)")
      #expect(server.requests.map(\.methodAndTarget) == ["GET /health"])
    }
  }

  @Test func `a mismatch counts more than an interaction that cannot be used`() async throws {
    let contract = Pact.file(
      Pact.http("an order", response: Pact.json(#"{"id": 42}"#, rules: Pact.invalidRegex)),
      Pact.http("health", path: "/health"))
    try await Verification.with(["a.json": contract], provider: { _ in .response("404 Not Found") })
    { verification, _ in
      let report = try await verification.report("a.json", "none.json")
      #expect(report.exitCode == 1)
      #expect(report.statuses == ["error", "failed"])
    }
  }

  @Test func `a missing path counts more than a provider that is down`() async throws {
    try await Verification.with(
      ["a.json": Pact.file(Pact.http("an order"))], provider: { _ in .bytes([], then: .close) }
    ) { verification, _ in
      let report = try await verification.report("a.json", "none.json")
      #expect(report.exitCode == 66)
      #expect(report.statuses == ["error"])
    }
  }

  @Test func `an interaction that cannot be used counts more than a missing path`() async throws {
    let contract = Pact.file(
      Pact.http("an order", response: Pact.json(#"{"id": 42}"#, rules: Pact.unknownRule)))
    try await Verification.with(["a.json": contract]) { verification, _ in
      let report = try await verification.report("a.json", "none.json")
      #expect(report.exitCode == 65)
    }
  }

  // MARK: usage

  @Test(arguments: [
    ["--provider-url", "127.0.0.1:80"], ["--provider-url", "ftp://127.0.0.1"],
    ["--provider-url", ""], ["--provider-url", "http://"], ["--provider-url", "http:///orders"],
    ["--provider-url", "http://127.0.0.1:99999"], ["--provider-url", "http://127.0.0.1:x"],
    ["--provider-url", "http://127.0.0.1:0"], ["--provider-url", "http://[::1"],
    ["--provider-url", "http://127.0.0.1:80/a?b=c"], ["--provider-url", "http://127.0.0.1:80/#b"],
    ["--provider-url", "http://a b"], ["--state-url", "_states"], ["--state-url", "http://"],
    ["--message-url", "tcp://127.0.0.1"], ["--message-url", "https://:1"],
  ])
  func `an address that is none is refused`(options: [String]) async throws {
    try await Verification.with(["a.json": Pact.file(Self.order)]) { verification, server in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json"] + options), in: verification.folder.url)
      #expect(end.exitCode == 64)
      #expect(end.errors.contains(options[0]))
      #expect(end.output == "")
      #expect(server.requests.map(\.methodAndTarget) == [])
    }
  }

  @Test(arguments: [
    ["--parallel", "0"], ["--parallel", "-1"], ["--parallel", "x"], ["--header", "Authorization"],
    ["--header", "A B=c"], ["--header", "A=b\r\nC: d"], ["--header", "=b"],
    ["--request-timeout", "soon"], ["--request-timeout", "5 parsecs"],
    ["--connect-timeout", "-1s"],
    ["--format", "xml"], ["--color", "sometimes"], ["--client-key", "key.pem"],
    ["--client-certificate", "certificate.pem"],
  ])
  func `an option that makes no sense is refused, and named`(options: [String]) async throws {
    try await Verification.with(["a.json": Pact.file(Self.order)]) { verification, server in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json"] + options), in: verification.folder.url)
      #expect(end.exitCode == 64)
      #expect(end.errors.contains(options[0]))
      #expect(end.output == "")
      #expect(server.requests.map(\.methodAndTarget) == [])
    }
  }

  @Test(arguments: [
    ["--provider-url", "http://127.0.0.1:1"], ["--provider", "order-service"], [],
  ])
  func `the provider and its URL are needed`(options: [String]) async throws {
    let end = try await CommandLineTool.counterpart.run(["verify", "contracts"] + options)
    #expect(end.exitCode == 64)
    #expect(end.errors.contains("Missing expected argument '--provider"))
    #expect(end.output == "")
  }
}
