import ContractModel
import HTTPExchange

/// Holds conversations with Pact Brokers: sends, pauses and repeats, and decides nothing else.
///
/// An object belongs to one thread and blocks it.
package final class BrokerClient {
  private let client: HTTPClient
  private let access: BrokerAccess
  private let policy: RetryPolicy
  private let pause: (Duration) -> Void
  private let log: (String) -> Void
  private let shouldStop: () -> Bool

  /// How long connecting may take.
  package static let connectTimeout: Duration = .seconds(10)
  /// How long a request may take: large brokers think for long before they select pacts.
  package static let requestTimeout: Duration = .seconds(60)
  /// How many requests run at a time.
  private static let parallel = 8

  /// Creates a client without connecting to anything.
  ///
  /// - Parameters:
  ///   - access: which credentials go where.
  ///   - policy: when a request is repeated.
  ///   - caFile: a PEM file with the authorities to trust, or `nil` for the system's.
  ///   - pause: waits for as long.
  ///   - log: tells a line to whoever watches.
  ///   - shouldStop: `true` ends a conversation as `cancelled`.
  package init(
    _ access: BrokerAccess, policy: RetryPolicy = RetryPolicy(), caFile: String? = nil,
    pause: @escaping (Duration) -> Void, log: @escaping (String) -> Void,
    shouldStop: @escaping () -> Bool
  ) throws(BrokerError) {
    do throws(HTTPExchangeError) {
      client = try HTTPClient(
        configuration: HTTPClientConfiguration(
          connectTimeout: Self.connectTimeout, requestTimeout: Self.requestTimeout,
          caFile: caFile, parallel: Self.parallel,
          connection: HTTPConnectionSettings(usesEnvironmentProxies: true)))
    } catch {
      throw BrokerError(.unreachable, error.message)
    }
    self.access = access
    self.policy = policy
    self.pause = pause
    self.log = log
    self.shouldStop = shouldStop
  }

  /// Holds a conversation to its end.
  package func hold<Conversation: BrokerConversation>(
    _ conversation: Conversation
  ) throws(BrokerError) -> Conversation.Output {
    var talks = [try BrokerTalk(conversation)]
    while true {
      if let output = talks[0].output { return output }
      try advance(&talks)
    }
  }

  /// Holds conversations at the same time, and gives their outputs in order.
  package func hold<Conversation: BrokerConversation>(
    all conversations: [Conversation]
  ) throws(BrokerError) -> [Conversation.Output] {
    var talks: [BrokerTalk<Conversation>] = []
    for conversation in conversations { talks.append(try BrokerTalk(conversation)) }
    while talks.contains(where: { $0.request != nil }) { try advance(&talks) }
    return talks.compactMap(\.output)
  }

  /// Sends the next request of each conversation, and pauses when one is to be repeated.
  private func advance<Conversation: BrokerConversation>(
    _ talks: inout [BrokerTalk<Conversation>]
  ) throws(BrokerError) {
    if shouldStop() { throw BrokerError(.cancelled, "interrupted") }
    var longest: Duration?
    for (index, outcome) in exchange(talks.map(\.request)) {
      guard let repetition = try talks[index].take(outcome, by: policy) else { continue }
      log("\(repetition.reason); trying again in \(Int(repetition.pause.milliseconds)) ms")
      longest = max(longest ?? .zero, repetition.pause)
    }
    if let longest { pause(longest) }
  }

  /// Sends requests, several at a time, and gives their answers in order.
  private func exchange(
    _ requests: [BrokerRequest?]
  ) -> [(index: Int, outcome: Result<BrokerAnswer, HTTPExchangeError>)] {
    var waiting = requests.enumerated().compactMap { index, request in
      request.map { (index, $0, access.credentials(for: $0.url)) }
    }
    waiting.reverse()
    var sent: [Int: (BrokerRequest, BrokerCredentials)] = [:]
    var outcomes: [(index: Int, outcome: Result<BrokerAnswer, HTTPExchangeError>)] = []
    client.performAll(
      next: {
        guard let (index, request, credentials) = waiting.popLast() else { return nil }
        sent[index] = (request, credentials)
        return (index, Self.message(request, credentials))
      },
      completion: { index, outcome in
        guard let (request, credentials) = sent[index] else { return }
        outcomes.append((index, outcome.map { Self.answer($0, to: request, credentials) }))
      }, shouldStop: shouldStop)
    return outcomes.sorted { $0.index < $1.index }
  }

  private static func answer(
    _ response: HTTPExchangeResponse, to request: BrokerRequest, _ credentials: BrokerCredentials
  ) -> BrokerAnswer {
    BrokerAnswer(
      to: request, status: response.status, headers: response.headers, body: response.body,
      credentials: credentials)
  }

  private static func message(
    _ request: BrokerRequest, _ credentials: BrokerCredentials
  ) -> HTTPExchangeRequest {
    var headers = [HTTPHeaderLine("Accept", "application/hal+json, application/json")]
    if request.body != nil { headers.append(HTTPHeaderLine("Content-Type", "application/json")) }
    if let line = credentials.headerLine { headers.append(line) }
    return HTTPExchangeRequest(
      method: request.method, url: request.url, headers: headers, body: request.body)
  }
}

extension BrokerClient {
  /// Finds and fetches the pacts of a provider.
  ///
  /// - Parameters:
  ///   - query: which pacts.
  ///   - broker: where the broker is.
  package func pacts(
    _ query: PactQuery, at broker: BrokerAddress
  ) throws(BrokerError) -> [BrokerPact] {
    let selections = try hold(PactSearch(query, at: broker))
    return try hold(all: selections.map { PactDownload($0, at: broker) })
  }
}
