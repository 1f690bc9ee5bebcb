import Foundation
import JSONText
import TestBroker
import TestSupport
import Testing

/// `counterpart summary` with a Pact Broker.
@Suite(.timeLimit(.minutes(3)))
struct SummaryBrokerTests {
  private func summary(
    _ words: [String], _ verification: BrokerVerification
  ) async throws -> (json: JSONValue, end: ToolOutput) {
    let end = try await CommandLineTool.counterpart.run(
      ["summary", "--format", "json"] + words, in: verification.folder.url,
      environment: BrokerVerification.environment())
    let json = end.exitCode == 0 ? try JSONDocument(parsing: end.outputBytes).root : .null
    return (json, end)
  }

  private func publish(_ version: String, _ verification: BrokerVerification) async throws {
    _ = try await verification.run("--publish", "--provider-version", version)
  }

  @Test func `results come from the broker's matrix`() async throws {
    try await BrokerVerification.with { verification in
      try await publish("2.0", verification)
      let (json, end) = try await summary(["--broker-url", verification.broker.url], verification)
      #expect(end.exitCode == 0, "\(end)")
      #expect(json["integrationPoints"]?[0]?["consumer"]?.string == "web-shop")
      #expect(json["integrationPoints"]?[0]?["results"]?["passed"]?.integer == 2)
      #expect(json["rollbackPoints"]?[0]?["version"]?.string == "2.0")
      let asked = verification.broker.requests.map(\.methodAndTarget)
      #expect(
        asked.contains(
          "GET /matrix?q[][pacticipant]=web-shop&q[][version]=1&q[][pacticipant]=order-service"
            + "&latestby=cvpv&limit=1000"))
    }
  }

  @Test func `of a failed verification only what it says failed counts as broken`() async throws {
    let half: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      request.methodAndTarget == "GET /orders/42"
        ? BrokerVerification.broken(request) : BrokerVerification.good(request)
    }
    try await BrokerVerification.with(provider: half) { verification in
      try await publish("2.1", verification)
      let (json, _) = try await summary(["--broker-url", verification.broker.url], verification)
      let results = json["integrationPoints"]?[0]?["results"]
      #expect(results?["failed"]?.integer == 1)
      #expect(results?["passed"]?.integer == 1)
      #expect(json["rollbackPoints"]?[0]?["version"]?.isNull == true)
    }
  }

  @Test func `a new version of the consumer is not verified by what the old one was`() async throws
  {
    try await BrokerVerification.with { verification in
      try await publish("2.0", verification)
      let contract = try BrokerVerification.contract().replacing("42", with: "43")
      // In the same second, as a pipeline may: not the time of a pact tells which is the newest.
      let date = Date()
      let old = try BrokerVerification.contract()
      try verification.broker.publish(old, version: "1", branch: "main", date: date)
      try verification.broker.publish(contract, version: "1.1", branch: "main", date: date)
      let (json, _) = try await summary(["--broker-url", verification.broker.url], verification)
      #expect(json["integrationPoints"]?[0]?["results"]?["passed"]?.integer == 0)
      #expect(json["rollbackPoints"]?[0]?["version"]?.isNull == true)
    }
  }

  @Test func `a pact that cannot be read is told of, and the others are summed up`() async throws {
    try await BrokerVerification.with { verification in
      try await publish("2.0", verification)
      try verification.broker.publish(
        #"{"consumer": {"name": "app"}, "provider": {"name": "order-service"}, "interactions": 1}"#)
      let words = ["summary", "--broker-url", verification.broker.url, "--format", "json"]
      let end = try await CommandLineTool.counterpart.run(
        words, in: verification.folder.url, environment: BrokerVerification.environment())
      #expect(end.exitCode == 65)
      #expect(end.errors.contains("/consumer/app/"))
      #expect(end.errors.contains("error: expected an array for 'interactions'"), "\(end.errors)")
      #expect(end.output.contains("web-shop"))
    }
  }

  @Test func `files are summed up with the broker's results`() async throws {
    let contract = try BrokerVerification.contract()
    let files = ["contracts/a.json": contract, "contracts/b.json": Pact.file(Pact.http("other"))]
    try await BrokerVerification.with(files: files) { verification in
      try await publish("2.0", verification)
      let words = ["contracts", "--broker-url", verification.broker.url]
      let (json, _) = try await summary(words, verification)
      let results = json["integrationPoints"]?[0]?["results"]
      #expect(results?["passed"]?.integer == 2)
      #expect(results?["none"]?.integer == 1, "\(json.text)")
    }
  }

  @Test func `what the broker refuses is told`() async throws {
    var traits = TestBroker.Traits()
    traits.isOld = true
    try await BrokerVerification.with(traits) { verification in
      let (_, end) = try await summary(["--broker-url", verification.broker.url], verification)
      #expect(end.exitCode == 69)
      #expect(end.errors.contains("this broker has no matrix (404)"))
      let (_, wrong) = try await summary(["--broker-token", "x"], verification)
      #expect(wrong.exitCode == 64)
      #expect(wrong.errors.contains("needs --broker-url"))
    }
    traits = TestBroker.Traits()
    traits.authorization = "Bearer secret"
    try await BrokerVerification.with(traits) { verification in
      let url = ["--broker-url", verification.broker.url]
      let (_, refused) = try await summary(url, verification)
      #expect(refused.exitCode == 69)
      #expect(refused.errors.contains("give --broker-token"))
      #expect(
        try await summary(url + ["--broker-token", "secret"], verification).end.exitCode == 0)
    }
  }
}
