import Foundation
import TestBroker
import TestSupport
import Testing

extension VerifyBrokerTests {
  /// How our requests differ from those of Pact's own verifier, and why.
  enum Difference {
    /// Pact's verifier follows the link with GET, throws the answer away, and posts its query then. We
    /// post at once.
    case noIdleSelection
    /// Pact's verifier asks for the provider once for the branch and once for the tags. We ask once.
    case providerOnce
    /// Pact's verifier tells in which language it was called. We have none to tell.
    case noClientLanguage
    /// Without selectors Pact's verifier reads the list of the latest pacts, which knows neither pending
    /// pacts nor notices. We post the query, and the broker takes the latest by itself.
    case selectionAlways

    /// The requests of Pact's verifier as ours are expected to be.
    func apply(to lines: [String]) -> [String] {
      switch self {
      case .noIdleSelection:
        return lines.filter { !($0.hasPrefix("GET") && $0.hasSuffix("/for-verification")) }
      case .providerOnce:
        var seen = false
        return lines.filter { line in
          guard line == "GET /pacticipants/order-service" else { return true }
          defer { seen = true }
          return !seen
        }
      case .noClientLanguage:
        let language = "clientLanguage: {name: string, testFramework: string, version: string}, "
        return lines.map { $0.replacingOccurrences(of: language, with: "") }
      case .selectionAlways:
        return lines.map { line in
          line != "GET /pacts/provider/order-service/latest"
            ? line
            : "POST /pacts/provider/order-service/for-verification"
              + " {consumerVersionSelectors: [], includePendingStatus: false}"
        }
      }
    }
  }

  /// The requests that Pact's own command line made; see `scripts/record-broker`.
  static func recording(_ name: String) throws -> [String] {
    let file = Repository.url.appendingPathComponent("Tests/BrokerRecordings/\(name).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// Runs the same as was recorded, and compares the requests.
  static func compare(
    _ name: String, _ options: [String],
    provider: @escaping @Sendable (ReceivedRequest) -> ScriptedReply,
    isHonoured: Bool = false, exitCode: Int32, differing differences: [Difference]
  ) async throws {
    var expected = try recording(name)
    for difference in differences {
      let adapted = difference.apply(to: expected)
      #expect(adapted != expected, "\(difference) makes no difference any more")
      expected = adapted
    }
    try await BrokerVerification.with(provider: provider) { verification in
      if isHonoured { try await verification.honour() }
      let before = verification.requests.count
      let end = try await verification.run(
        exactly: ["--broker-url", verification.broker.url] + options)
      #expect(end.exitCode == exitCode, "\(end)")
      #expect(Array(verification.requests.dropFirst(before)) == expected)
    }
  }

  // MARK: the same requests as Pact's own verifier

  @Test func `a pending failure makes the requests that Pact's verifier makes`() async throws {
    try await Self.compare(
      "verify-pending",
      Self.main + [
        "--enable-pending", "--publish", "--provider-version", "1.9.0", "--provider-branch", "main",
        "--provider-tag", "dev", "--provider-tag", "prod", "--build-url", "http://ci/1",
      ], provider: BrokerVerification.broken, exitCode: 0,
      differing: [.noIdleSelection, .providerOnce, .noClientLanguage])
  }

  @Test func `a success makes the requests that Pact's verifier makes`() async throws {
    try await Self.compare(
      "verify-passing", Self.main + ["--enable-pending"] + Self.publish,
      provider: BrokerVerification.good, exitCode: 0,
      differing: [.noIdleSelection, .noClientLanguage])
  }

  @Test func `a failure makes the requests that Pact's verifier makes`() async throws {
    try await Self.compare(
      "verify-failing",
      Self.main + [
        "--enable-pending", "--publish", "--provider-version", "2.0.1", "--provider-branch", "main",
      ], provider: BrokerVerification.broken, isHonoured: true, exitCode: 1,
      differing: [.noIdleSelection, .noClientLanguage])
  }

  @Test func `selectors make the requests that Pact's verifier makes`() async throws {
    try await Self.compare(
      "verify-selectors",
      [
        "--provider-version", "2.0.2", "--provider-branch", "main", "--consumer-version-selector",
        #"{"matchingBranch": true}"#, "--consumer-version-selector",
        #"{"tag": "dev", "latest": true}"#, "--include-wip-since", "2026-01-01",
      ], provider: BrokerVerification.good, exitCode: 0, differing: [.noIdleSelection])
  }

  @Test func `no selectors make the requests that Pact's verifier makes`() async throws {
    try await Self.compare(
      "verify-latest", [], provider: BrokerVerification.good, exitCode: 0,
      differing: [.selectionAlways])
  }
}
