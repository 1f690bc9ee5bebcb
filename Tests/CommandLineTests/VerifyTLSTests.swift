import JSONText
import TestSupport
import Testing

/// `verify` against a provider that speaks TLS: a mock that plays the same contract.
@Suite(.timeLimit(.minutes(3)))
struct VerifyTLSTests {
  /// Runs a mock over TLS and a verification of it.
  static func verify(
    _ options: String, mock arguments: String = "", scheme: String = "https",
    host: String = "127.0.0.1"
  ) async throws -> VerificationReport {
    let contract = Pact.file(
      Pact.http("an order", response: Pact.json(#"{"id": 42}"#)),
      Pact.http("another order", path: "/orders/43", response: Pact.json(#"{"id": 43}"#)))
    let files = TestCertificates.files.merging(["a.json": contract]) { $1 }
    return try await TemporaryFolder.with(files) { folder in
      let words = arguments.split(separator: " ").map(String.init)
      return try await RunningMock.with(
        ["a.json", "--tls", "--tls-ca-out", "ca.pem"] + words, in: folder
      ) { mock in
        let verification = Verification(
          folder: folder, url: "\(scheme)://\(host):\(mock.port)")
        return try VerificationReport(
          await CommandLineTool.counterpart.run(
            verification.arguments(
              ["a.json", "--format", "json"] + options.split(separator: " ").map(String.init)),
            in: folder.url))
      }
    }
  }

  @Test(arguments: [
    "--ca-file ca.pem", "--insecure", "--ca-file ca.pem --tls-min 1.3",
    "--ca-file ca.pem --parallel 2",
  ])
  func `a provider that is trusted`(options: String) async throws {
    let report = try await Self.verify(options)
    #expect(report.exitCode == 0, "\(report.end)")
    #expect(report.counts == [2, 2, 0, 0, 0, 0])
  }

  @Test func `the certificate holds for every name of this machine`() async throws {
    let report = try await Self.verify("--ca-file ca.pem", host: "localhost")
    #expect(report.exitCode == 0, "\(report.end)")
  }

  @Test func `a provider that is asked without TLS says so`() async throws {
    let report = try await Self.verify("", scheme: "http")
    #expect(report.exitCode == 1, "\(report.end)")
    let mismatches = report.results.flatMap { Array(($0["mismatches"] ?? .null).elements) }
    let messages = mismatches.compactMap { $0["message"]?.string }
    let advice = "the server speaks TLS: use https:// instead of http://"
    #expect(messages.contains { $0.contains(advice) }, "\(messages)")
  }

  @Test func `a client that shows its certificate`() async throws {
    let report = try await Self.verify(
      "--ca-file ca.pem --client-certificate client.pem --client-key client.key",
      mock: "--tls-client-ca authority.pem")
    #expect(report.exitCode == 0, "\(report.end)")
  }

  @Test(arguments: [
    ("", "", "trust its authority with --ca-file"),
    ("--ca-file authority.pem", "", "trust its authority with --ca-file"),
    ("--ca-file ca.pem", "--tls-fault unknown_authority", "trust its authority with --ca-file"),
    ("--ca-file ca.pem", "--tls-fault expired", "it has to be renewed"),
    ("--ca-file ca.pem", "--tls-fault not_yet_valid", "is the clock of this machine right?"),
    ("--ca-file ca.pem", "--tls-fault wrong_host", "the certificate is for another host"),
    ("--ca-file ca.pem", "--tls-fault old_protocol", "no version of TLS that --tls-min admits"),
    ("--ca-file ca.pem", "--tls-fault handshake_alert", "handshake failure"),
    ("--ca-file ca.pem", "--tls-fault late_alert", "--client-certificate"),
    ("--ca-file ca.pem", "--tls-client-ca authority.pem", "--client-certificate"),
    (
      "--ca-file ca.pem --client-certificate stranger.pem --client-key stranger.key",
      "--tls-client-ca authority.pem", "unknown ca"
    ),
    (
      "--ca-file ca.pem --client-certificate client.pem --client-key stranger.key",
      "--tls-client-ca authority.pem", "key"
    ),
    (
      "--ca-file ca.pem --connect-timeout 500ms", "--tls-fault handshake_stall", "--connect-timeout"
    ),
  ])
  func `what fails is an error of each interaction that says what to do`(
    options: String, mock arguments: String, message: String
  ) async throws {
    let report = try await Self.verify(options, mock: arguments)
    #expect(report.exitCode == 69, "\(report.end)")
    #expect(report.counts[4] == 2)
    for error in report.errors { #expect(error.contains(message), "\(error)") }
  }
}
