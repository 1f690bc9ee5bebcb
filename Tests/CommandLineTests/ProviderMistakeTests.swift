import JSONText
import TestSupport
import Testing

/// What is told when the provider cannot be reached, or answers something else than it should.
@Suite(.timeLimit(.minutes(3)))
struct ProviderMistakeTests {
  static let order = ["a.json": Pact.file(VerifyCommandTests.order)]

  /// The error or the messages of the only interaction.
  private func told(
    _ reply: ScriptedReply, url: (ScriptedServer) -> String = { $0.url }, _ options: [String] = []
  ) async throws -> String {
    var told = ""
    try await Verification.with(Self.order, provider: { _ in reply }) { verification, server in
      let report = try VerificationReport(
        await CommandLineTool.counterpart.run(
          verification.arguments(
            ["a.json", "--format", "json", "--provider-url", url(server)] + options),
          in: verification.folder.url))
      let mismatches = report.results[0]["mismatches"]?.elements.compactMap {
        $0["message"]?.string
      }
      told = (report.errors + (mismatches ?? [])).joined(separator: "\n")
    }
    return told
  }

  @Test func `a wrong port`() async throws {
    let nobody = ReservedPort()
    let told = try await told(.hang, url: { _ in "http://\(nobody.endpoint)" })
    #expect(told.hasPrefix("\(nobody.endpoint): Couldn't connect to server: "), "\(told)")
    #expect(told.hasSuffix("(is the provider running, and is this its host and port?)"), "\(told)")
  }

  @Test func `https to a provider without TLS`() async throws {
    let told = try await told(
      .text("HTTP/1.1 400 Bad Request\r\n\r\n", then: .close),
      url: { "https://\($0.endpoint)" })
    #expect(
      told.hasSuffix("(the server speaks no TLS: use http:// instead of https://)"), "\(told)")
  }

  @Test func `http to a provider with TLS that says so`() async throws {
    let told = try await told(
      .response("400 Bad Request", body: "The plain HTTP request was sent to HTTPS port"))
    #expect(
      told.contains(
        "Expected status 200 but was 400: the server speaks TLS: use https:// instead of http://"),
      "\(told)")
  }

  @Test func `http to a provider with TLS that sends an alert`() async throws {
    // The alert "unexpected message" of TLS 1.2, and then nothing.
    let told = try await told(.bytes([0x15, 3, 3, 0, 2, 2, 10], then: .close))
    #expect(
      told.hasSuffix(
        "(what came is not HTTP: if the server speaks TLS, use https:// instead of http://)"),
      "\(told)")
  }

  @Test func `http to a provider that only closes the connection`() async throws {
    let told = try await told(.bytes([], then: .close))
    #expect(told.contains("Server returned nothing"), "\(told)")
    #expect(
      told.hasSuffix(
        "(the server closed the connection: did it crash, or does it speak TLS (https://)?)"),
      "\(told)")
  }

  @Test func `a certificate that is not trusted`() async throws {
    let told = try await told(
      .bytes(UntrustedCertificate.firstFlight, then: .keepOpen),
      url: { "https://\($0.endpoint)" })
    #expect(told.contains("self-signed certificate"), "\(told)")
    #expect(
      told.hasSuffix(
        "(trust its authority with --ca-file, or take any certificate with --insecure)"),
      "\(told)")
  }

  @Test func `a version of TLS that is too old`() async throws {
    // The alert "protocol version".
    let told = try await told(
      .bytes([0x15, 3, 3, 0, 2, 2, 70], then: .close), url: { "https://\($0.endpoint)" },
      ["--tls-min", "1.3"])
    #expect(
      told.hasSuffix("(the server has no version of TLS that --tls-min admits)"), "\(told)")
  }

  @Test func `a redirect`() async throws {
    let told = try await told(
      .response("302 Found", ["Location: https://me:secret@example.com/orders"]))
    #expect(
      told.contains(
        """
        Expected status 200 but was 302: a redirect to 'https://***@example.com/orders', and redirects are \
        not followed
        """), "\(told)")
  }

  @Test func `an answer that does not come in time`() async throws {
    let told = try await told(.hang, ["--request-timeout", "200ms"])
    #expect(told.contains("Timeout was reached"), "\(told)")
    #expect(told.hasSuffix("(a longer --request-timeout waits longer)"), "\(told)")
  }

  @Test func `a body that is too large`() async throws {
    let told = try await told(
      .response("200 OK", ["Content-Type: application/json"], body: #"{"id": 42}"#),
      ["--max-body", "9"])
    #expect(
      told.hasSuffix(": the response's body is longer than 9 bytes (--max-body admits more)"),
      "\(told)")
  }

  @Test func `a body that is not in the encoding that is said`() async throws {
    let told = try await told(
      .response(
        "200 OK", ["Content-Type: application/json", "Content-Encoding: gzip"], body: "{}"))
    #expect(
      told.hasSuffix(
        "(the body is not in the encoding that the Content-Encoding of the answer says)"),
      "\(told)")
  }

  @Test(arguments: [
    #"{"contentType": "application/json", "content": {"id": 42}}"#,
    """
    {"contentType": "application/gzip", "encoded": "base64", \
    "content": "H4sIAAAAAAACA6tWykxRsjIxqgUA6hjWZgkAAAA="}
    """,
  ])
  func `a compressed body is what the contract has, decompressed or not`(
    body: String
  ) async throws {
    let zipped: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0xCA, 0x4C, 0x51,
      0xB2, 0x32, 0x31, 0xAA, 0x05, 0x00, 0xEA, 0x18, 0xD6, 0x66, 0x09, 0x00, 0x00, 0x00,
    ]
    let type = body.contains("gzip") ? "application/gzip" : "application/json"
    let head = """
      HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Encoding: gzip\r\n\
      Content-Length: \(zipped.count)\r\n\r\n
      """
    let contract = Pact.file(
      Pact.http("an order", response: #"{"status": 200, "body": \#(body)}"#))
    let reply = ScriptedReply.bytes(Array(head.utf8) + zipped, then: .keepOpen)
    try await Verification.with(["a.json": contract], provider: { _ in reply }) {
      verification, _ in
      let end = try await verification.run("a.json")
      #expect(end.exitCode == 0, "\(end)")
    }
  }

  @Test func `a charset that is unknown`() async throws {
    let told = try await told(
      .response("200 OK", ["Content-Type: application/json; charset=klingon"], body: "{\0}"))
    #expect(
      told.hasSuffix(
        ": its Content-Type says charset=klingon, which is unknown or not what it is in"),
      "\(told)")
  }

  @Test(arguments: [
    ("application/json", ": it is not UTF-8, and its Content-Type names no other charset"),
    ("application/json; charset=utf-8", ": it is not UTF-8, though its Content-Type says so"),
  ])
  func `a body in another charset than is said`(type: String, advice: String) async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: 3\r\n\r\n"
    let told = try await told(.bytes(Array(head.utf8) + [0x22, 0xE9, 0x22], then: .keepOpen))
    #expect(told.hasSuffix(advice), "\(told)")
  }
}
