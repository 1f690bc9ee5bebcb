package import Foundation
package import JSONText
import Synchronization
package import TestSupport

/// A Pact Broker for tests: it keeps what is published in memory and answers as the real one does.
///
/// It satisfies Pact's own command line; `scripts/record-broker` shows that and keeps the requests. Call
/// `stop()` when done.
package final class TestBroker: Sendable {
  /// How a broker differs from the usual one.
  package struct Traits: Sendable {
    /// The value of `Authorization` that is demanded, e.g. `Bearer secret`.
    package var authorization: String?
    /// Whether the given user lacks permission: everything is answered with 403.
    package var isForbidden = false
    /// Whether it is from before selectors: it only knows the latest pacts.
    package var isOld = false
    /// How many of the first requests are answered with 503.
    package var failures = 0
    /// Whether links are absolute, with an address that is only known inside, as behind a proxy.
    package var hasInnerAddress = false
    /// The consumer whose results are refused.
    package var refusedConsumer: String?
    /// What time it is.
    package var now: @Sendable () -> Date = { Date() }

    /// The usual broker.
    package init() {}
  }

  /// The address, without a slash at its end.
  package var url: String { server.url }
  /// Host and port.
  package var endpoint: String { server.endpoint }
  /// The requests so far.
  package var requests: [ReceivedRequest] { server.requests }

  private let server: ScriptedServer
  private let store: BrokerStore

  /// Starts a broker on a free port.
  ///
  /// - Parameters:
  ///   - traits: how it differs from the usual one.
  ///   - watch: sees each request before it is answered.
  package init(
    _ traits: Traits = Traits(), watch: @escaping @Sendable (ReceivedRequest) -> Void = { _ in }
  ) throws {
    let store = BrokerStore()
    let failures = Mutex(traits.failures)
    self.store = store
    server = try ScriptedServer { request in
      watch(request)
      let isFailing = failures.withLock { left in
        defer { left = max(0, left - 1) }
        return left > 0
      }
      if isFailing { return .response("503 Service Unavailable", body: "come back later") }
      return store.state.withLock { Self.answer(request, &$0, traits) }.scripted
    }
  }

  /// Ends it.
  package func stop() { server.stop() }

  private static func answer(
    _ request: ReceivedRequest, _ state: inout BrokerState, _ traits: Traits
  ) -> BrokerReply {
    if let authorization = traits.authorization, request.header("Authorization") != authorization {
      return .json(401, #"{"error":"Unauthorized"}"#)
    }
    if traits.isForbidden { return .json(403, #"{"error":"Forbidden"}"#) }
    let host = traits.hasInnerAddress ? "broker.internal:9292" : request.header("Host") ?? ""
    var routes = BrokerRoutes(state: state, base: "http://\(host)", traits: traits)
    defer { state = routes.state }
    return routes.answer(BrokerCall(request))
  }
}

/// What a broker knows, shared by the threads of its connections.
private final class BrokerStore: Sendable {
  let state = Mutex(BrokerState())
}

extension TestBroker {
  /// Publishes a contract.
  ///
  /// - Parameters:
  ///   - text: the contract as JSON.
  ///   - version: the consumer's version.
  ///   - date: when it is published.
  package func publish(
    _ text: String, version: String = "1", branch: String? = nil, tags: [String] = [],
    date: Date = Date()
  ) throws {
    let content = try JSONDocument(parsing: Array(text.utf8)).root
    let consumer = content["consumer"]?["name"]?.string ?? ""
    store.state.withLock { state in
      state.change(consumer, version) { known in
        if let branch { known.branches.insert(branch) }
        known.tags.formUnion(tags)
      }
      state.publish(
        content, of: consumer, version, to: content["provider"]?["name"]?.string ?? "", date)
    }
  }

  /// Says which branch of a consumer is its main one.
  package func setMainBranch(of name: String, to branch: String) {
    store.state.withLock { $0.pacticipants[name, default: .init()].mainBranch = branch }
  }

  /// Deploys or releases a version of a consumer, and creates the environment.
  package func deploy(
    _ name: String, _ version: String, to environment: String, asRelease: Bool = false
  ) {
    store.state.withLock { state in
      state.environments[BrokerState.hash(of: environment)] = environment
      state.change(name, version) { version in
        if asRelease {
          version.released.insert(environment)
        } else {
          version.deployed.insert(environment)
        }
      }
    }
  }

  /// What the broker answers to a request that another server got.
  package func answer(to request: ReceivedRequest) -> ScriptedReply {
    store.state.withLock { Self.answer(request, &$0, Traits()) }.scripted
  }

  /// The bodies of the published results, in order.
  package var results: [JSONValue] { store.state.withLock { $0.results.map(\.body) } }

  /// The branches and the tags of a version.
  package func marks(of name: String, _ version: String) -> (branches: [String], tags: [String]) {
    store.state.withLock { state in
      let version = state.version(name, version)
      return ((version?.branches ?? []).sorted(), (version?.tags ?? []).sorted())
    }
  }
}
