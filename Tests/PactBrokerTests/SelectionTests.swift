import ContractModel
import Foundation
import PactBroker
import TestBroker
import Testing

/// What the selectors choose from a broker with a history.
@Suite struct SelectionTests {
  /// A contract whose only interaction has this description.
  static func contract(_ name: String, of consumer: String = "web") -> String {
    """
    {"consumer": {"name": "\(consumer)"}, "provider": {"name": "p"}, "interactions": [
      {"description": "\(name)", "request": {"path": "/a"}, "response": {"status": 200}}]}
    """
  }

  /// `web` has six versions, `app` one.
  static func broker() throws -> TestBroker {
    let broker = try TestBroker()
    for (version, branch, tags) in [
      ("1", "main", ["prod"]), ("2", "main", []), ("3", "feat", ["dev"]), ("4", "old", ["dev"]),
      ("5", "trunk", []), ("6", "last", []),
    ] {
      let year = 2020 + (Int(version) ?? 0)
      let date = try Date("\(year)-06-01T00:00:00Z", strategy: .iso8601)
      try broker.publish(
        contract("web \(version)"), version: version, branch: branch, tags: tags, date: date)
    }
    let date = try Date("2020-01-01T00:00:00Z", strategy: .iso8601)
    try broker.publish(contract("app 1", of: "app"), branch: "main", date: date)
    broker.setMainBranch(of: "web", to: "trunk")
    broker.deploy("web", "1", to: "prod")
    broker.deploy("web", "2", to: "prod", asRelease: true)
    broker.deploy("web", "3", to: "test")
    return broker
  }

  /// The descriptions of what is chosen, a star at those that are pending.
  static func choose(
    _ broker: TestBroker, _ change: (inout PactQuery) throws -> Void
  ) throws -> [String] {
    let address = try BrokerAddress(broker.url)
    let client = try BrokerClient(
      BrokerAccess(.none, broker: address), pause: { _ in }, log: { _ in },
      shouldStop: { false })
    var query = PactQuery(provider: "p")
    try change(&query)
    return try client.pacts(query, at: address).map { pact in
      (pact.contract?.interactions.first?.description ?? "") + (pact.isPending ? "*" : "")
    }
  }

  @Test(arguments: [
    (nil, ["app 1", "web 6"]),
    (#"{"latest": true}"#, ["app 1", "web 6"]),
    (#"{"mainBranch": true}"#, ["app 1", "web 5"]),
    (#"{"mainBranch": true, "consumer": "web"}"#, ["web 5"]),
    (#"{"branch": "main"}"#, ["app 1", "web 2"]),
    (#"{"branch": "feat", "fallbackBranch": "main"}"#, ["app 1", "web 3"]),
    (#"{"matchingBranch": true}"#, ["web 3"]),
    (#"{"tag": "dev"}"#, ["web 3", "web 4"]),
    (#"{"tag": "dev", "latest": true}"#, ["web 4"]),
    (#"{"deployed": true}"#, ["web 1", "web 3"]),
    (#"{"released": true}"#, ["web 2"]),
    (#"{"deployedOrReleased": true}"#, ["web 1", "web 2", "web 3"]),
    (#"{"environment": "prod"}"#, ["web 1", "web 2"]),
    (#"{"deployed": true, "environment": "prod"}"#, ["web 1"]),
    (#"[{"branch": "old"}, {"tag": "dev"}]"#, ["web 4", "web 3"]),
  ])
  func `a selector chooses`(selector: String?, chosen: [String]) throws {
    let broker = try Self.broker()
    defer { broker.stop() }
    let names = try Self.choose(broker) { query in
      query.providerBranch = "feat"
      if let selector {
        query.selectors = try ConsumerVersionSelector.read(selector, hasProviderBranch: true)
      }
    }
    #expect(names == chosen)
  }

  @Test func `work in progress is what is newer, and pending`() throws {
    let broker = try Self.broker()
    defer { broker.stop() }
    let names = try Self.choose(broker) { query in
      query.selectors = try ConsumerVersionSelector.read(
        #"{"branch": "last"}"#, hasProviderBranch: true)
      query.providerBranch = "main"
      query.includesPending = true
      query.workInProgressSince = "2024-01-01"
    }
    #expect(names == ["web 6*", "web 4*", "web 5*"])
  }

  @Test func `an environment that the broker does not know is told`() throws {
    let broker = try Self.broker()
    defer { broker.stop() }
    let error = #expect(throws: BrokerError.self) {
      try Self.choose(broker) { query in
        query.selectors = try ConsumerVersionSelector.read(
          #"{"environment": "moon"}"#, hasProviderBranch: true)
      }
    }
    #expect(error?.kind == .refused)
    #expect(
      error?.description.hasSuffix(
        "consumerVersionSelectors: environment with name 'moon' does not exist") == true)
  }
}
