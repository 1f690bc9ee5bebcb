import HTTPExchange

/// A conversation that is being held: what is sent next, and how often that was tried.
struct BrokerTalk<Conversation: BrokerConversation> {
  /// How a request ended.
  typealias Outcome = Result<BrokerAnswer, HTTPExchangeError>

  /// Why and when a request is sent again.
  struct Repetition {
    let reason: String
    let pause: Duration
  }

  private var conversation: Conversation
  private var step: BrokerStep<Conversation.Output>
  private var tries = 0

  /// Begins a conversation.
  init(_ conversation: Conversation) throws(BrokerError) {
    self.conversation = conversation
    step = try self.conversation.start()
  }

  /// The request that is to be sent, or `nil` at the end.
  var request: BrokerRequest? {
    if case .send(let request) = step { request } else { nil }
  }

  /// What the conversation gave, or `nil` before its end.
  var output: Conversation.Output? {
    if case .finished(let output) = step { output } else { nil }
  }

  /// Goes on with how the request ended.
  ///
  /// - Returns: when the same request is sent again, or `nil` when the conversation goes on.
  mutating func take(
    _ outcome: Outcome, by policy: RetryPolicy
  ) throws(BrokerError) -> Repetition? {
    tries += 1
    if let pause = policy.pause(after: .init(outcome), tries: tries) {
      return Repetition(reason: Self.reason(outcome), pause: pause)
    }
    switch outcome {
    case .success(let answer): step = try conversation.receive(answer)
    case .failure(let error): throw BrokerError(error, tries: tries)
    }
    tries = 0
    return nil
  }

  private static func reason(_ outcome: Outcome) -> String {
    switch outcome {
    case .success(let answer): "the broker answered \(answer.status) to \(answer.request.purpose)"
    case .failure(let error): error.message
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

extension BrokerError {
  /// A request that got no answer, however often it was tried.
  fileprivate init(_ error: HTTPExchangeError, tries: Int) {
    switch error.kind {
    case .cancelled: self.init(.cancelled, error.message)
    case .badURL, .badRequest: self.init(.badAddress, error.message)
    case .tls:
      self.init(
        .unreachable,
        "\(error.message); if the broker's certificate is of a private authority, give its PEM file"
          + " with --broker-ca-file")
    default:
      let count = tries == 1 ? "" : ", \(tries) times"
      self.init(
        .unreachable, "\(error.message)\(count); is the broker up, and is its address right?")
    }
  }
}
