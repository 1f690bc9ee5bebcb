import JSONText
import TestSupport
import Testing

extension VerifyCommandTests {
  // MARK: no answer

  @Test func `a provider that is down is 69, with its address`() async throws {
    try await Verification.with(["a.json": Pact.file(Self.order)]) { verification, _ in
      let nobody = ReservedPort()
      let report = try await verification.report(
        "a.json", "--provider-url", "http://\(nobody.endpoint)")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error"])
      #expect(report.errors[0].hasPrefix("\(nobody.endpoint): "))
      #expect(report.errors[0].lowercased().contains("connect"), "\(report.errors)")
      #expect(report.results[0]["mismatches"]?.count == 0)
      let text = try await verification.run(
        "a.json", "--provider-url", "http://\(nobody.endpoint)")
      #expect(text.exitCode == 69)
      #expect(text.output.contains("  ✗ an order [error]\n      \(nobody.endpoint): "))
      #expect(text.output.contains("\n1 interaction: 1 error in "))
    }
  }

  @Test func `a host without an address is 69, with its name`() async throws {
    try await Verification.with(["a.json": Pact.file(Self.order)]) { verification, _ in
      let report = try await verification.report(
        "a.json", "--provider-url", "http://order-service.invalid")
      #expect(report.exitCode == 69)
      #expect(report.errors[0].hasPrefix("order-service.invalid:80: "), "\(report.errors)")
    }
  }

  @Test(arguments: [
    (ScriptedReply.hang, "Timeout was reached"),
    (.bytes([], then: .close), "Server returned nothing"),
    (.bytes([], then: .reset), "reset by peer"),
    (.text("nonsense\r\n\r\n", then: .close), "HTTP/0.9"),
    (.text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", then: .close), "bytes remaining"),
    (.text("HTTP/1.1 OK\r\n\r\n", then: .close), "HTTP"),
  ])
  func `a provider that gives no answer is 69, and the report says why`(
    reply: ScriptedReply, reason: String
  ) async throws {
    try await Verification.with(["a.json": Pact.file(Self.order)], provider: { _ in reply }) {
      verification, server in
      var timeout = Verification.patience
      if case .hang = reply { timeout = ["--request-timeout", "200ms"] }
      let report = try VerificationReport(
        await CommandLineTool.counterpart.run(
          verification.arguments(["a.json", "--format", "json"] + timeout),
          in: verification.folder.url))
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["error"])
      #expect(report.errors[0].hasPrefix("\(server.endpoint): "), "\(report.errors)")
      #expect(report.errors[0].contains(reason), "\(report.errors)")
      #expect(report.results[0]["reproduce"]?.string?.contains("\(server.url)/orders/42") == true)
    }
  }

  @Test func `one that gets no answer does not keep the others from running`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.methodAndTarget == "GET /b" ? .bytes([], then: .close) : .response()
    }
    try await Verification.with(["a.json": Self.four], provider: answer) { verification, _ in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 69)
      #expect(report.statuses == ["passed", "error", "passed", "passed"])
      #expect(report.counts == [4, 3, 0, 0, 1, 0])
    }
  }

  @Test func `a mismatch counts more than an error`() async throws {
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.methodAndTarget == "GET /b"
        ? .bytes([], then: .close) : .response("404 Not Found")
    }
    try await Verification.with(["a.json": Self.four], provider: answer) { verification, _ in
      let report = try await verification.report("a.json")
      #expect(report.exitCode == 1)
      #expect(report.statuses == ["failed", "error", "failed", "failed"])
    }
  }

  // MARK: TLS

  @Test func `a provider that speaks no TLS is 69, with its address`() async throws {
    try await Verification.with(
      ["a.json": Pact.file(Self.order)], provider: { _ in .text("no\r\n\r\n", then: .close) }
    ) { verification, server in
      let report = try await verification.report(
        "a.json", "--provider-url", "https://\(server.endpoint)")
      #expect(report.exitCode == 69)
      #expect(report.errors[0].hasPrefix("\(server.endpoint): "), "\(report.errors)")
      #expect(report.errors[0].contains("SSL"), "\(report.errors)")
    }
  }

  @Test(arguments: [["--ca-file"], ["--client-certificate", "--client-key"]])
  func `a missing certificate file is named`(options: [String]) async throws {
    try await Verification.with(["a.json": Pact.file(Self.order)]) { verification, server in
      let options = options.flatMap { [$0, "none.pem"] }
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(
          ["a.json", "--provider-url", "https://\(server.endpoint)"] + options),
        in: verification.folder.url)
      #expect(end.exitCode == 66)
      #expect(end.errors.contains("none.pem"))
    }
  }
}
