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
          caFile: caFile, usesEnvironmentProxies: true))
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
    var conversation = conversation
    var step = try conversation.start()
    while true {
      switch step {
      case .finished(let output): return output
      case .send(let request): step = try conversation.receive(try send(request))
      }
    }
  }

  /// Sends a request, as often as the policy admits.
  private func send(_ request: BrokerRequest) throws(BrokerError) -> BrokerAnswer {
    let credentials = access.credentials(for: request.url)
    let message = Self.message(request, credentials)
    var tries = 0
    while !shouldStop() {
      tries += 1
      let outcome = client.perform(message, shouldStop: shouldStop)
        .map { Self.answer($0, to: request, credentials) }
      guard let duration = policy.pause(after: .init(outcome), tries: tries) else {
        do {
          return try outcome.get()
        } catch {
          throw Self.failure(error, tries)
        }
      }
      let reason =
        switch outcome {
        case .success(let answer): "the broker answered \(answer.status) to \(request.purpose)"
        case .failure(let error): error.message
        }
      log("\(reason); trying again in \(Int(duration.milliseconds)) ms")
      pause(duration)
    }
    throw BrokerError(.cancelled, "\(request.url): interrupted")
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

  private static func failure(_ error: HTTPExchangeError, _ tries: Int) -> BrokerError {
    switch error.kind {
    case .cancelled: return BrokerError(.cancelled, error.message)
    case .badURL, .badRequest: return BrokerError(.badAddress, error.message)
    case .tls:
      return BrokerError(
        .unreachable,
        "\(error.message); if the broker's certificate is of a private authority, give its PEM file"
          + " with --broker-ca-file")
    default:
      let count = tries == 1 ? "" : ", \(tries) times"
      return BrokerError(
        .unreachable,
        "\(error.message)\(count); is the broker up, and is its address right?")
    }
  }
}

extension RetryPolicy.Outcome {
  /// How a try ended.
  fileprivate init(_ outcome: Result<BrokerAnswer, HTTPExchangeError>) {
    self =
      switch outcome {
      case .success(let answer):
        .status(answer.status, retryAfter: answer.header("retry-after"))
      case .failure(let error): .failure(error.kind)
      }
  }
}
