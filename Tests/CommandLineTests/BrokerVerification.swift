import Foundation
import JSONText
import TestBroker
import TestSupport
import Testing

/// `counterpart verify` of `order-service` with a Pact Broker.
struct BrokerVerification {
  let broker: TestBroker
  let provider: ScriptedServer
  let folder: TemporaryFolder

  /// The contract that the recordings were made with.
  static func contract() throws -> String {
    let file = Repository.url.appendingPathComponent("Tests/BrokerRecordings/contract.json")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// A provider that honours the contract.
  static let good: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
    request.methodAndTarget == "GET /orders/42"
      ? .response("200 OK", ["Content-Type: application/json"], body: #"{"id": 42}"#)
      : .response("404 Not Found", ["X-Reason: unknown"])
  }

  /// A provider that breaks each of its interactions.
  static let broken: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
    request.methodAndTarget == "GET /orders/42"
      ? .response("200 OK", ["Content-Type: application/json"], body: #"{"id": 43}"#)
      : .response()
  }

  /// Runs a test with a broker, to which the contract is published, and a provider.
  static func with(
    _ traits: TestBroker.Traits = TestBroker.Traits(), isPublished: Bool = true,
    files: [String: String] = [:],
    provider answer: @escaping @Sendable (ReceivedRequest) -> ScriptedReply = good,
    _ test: (BrokerVerification) async throws -> Void
  ) async throws {
    let broker = try TestBroker(traits)
    defer { broker.stop() }
    if isPublished { try broker.publish(try contract(), branch: "main", tags: ["dev"]) }
    let provider = try ScriptedServer(answer)
    defer { provider.stop() }
    try await TemporaryFolder.with(files) { folder in
      try await test(.init(broker: broker, provider: provider, folder: folder))
    }
  }

  /// The environment of every run: no variable of the machine has a say.
  static func environment(_ variables: [String: String] = [:]) -> [String: String] {
    let names = ["BASE_URL", "USERNAME", "PASSWORD", "TOKEN"].map { "PACT_BROKER_\($0)" }
    let none = Dictionary(uniqueKeysWithValues: names.map { ($0, "") })
    return none.merging(["no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"]) { $1 }
      .merging(variables) { $1 }
  }

  /// The arguments of a run.
  func arguments(_ rest: [String]) -> [String] {
    ["verify", "--provider", "order-service", "--provider-url", provider.url]
      + Verification.patience + rest
  }

  /// Runs it to its end with `--broker-url`.
  func run(_ rest: String..., environment: [String: String] = [:]) async throws -> ToolOutput {
    try await run(exactly: ["--broker-url", broker.url] + rest, environment: environment)
  }

  /// Runs it to its end with these arguments alone.
  func run(
    exactly rest: [String], environment: [String: String] = [:]
  ) async throws -> ToolOutput {
    try await CommandLineTool.counterpart.run(
      arguments(rest), in: folder.url, environment: Self.environment(environment))
  }

  /// The requests that the broker got, without what differs from run to run.
  var requests: [String] { broker.requests.map(RequestShape.line) }

  /// Makes the contract one that the branch `main` has honoured.
  func honour() async throws {
    let honest = try ScriptedServer(Self.good)
    defer { honest.stop() }
    let end = try await run(
      "--provider-url", honest.url, "--publish", "--provider-version", "0", "--provider-branch",
      "main")
    try #require(end.exitCode == 0, "\(end)")
  }
}
