package import HTTPExchange

/// When a request to a Pact Broker is tried again: a pure decision, so that no test has to wait.
package struct RetryPolicy: Sendable, Hashable {
  /// How a try ended.
  package enum Outcome: Sendable, Hashable {
    /// There was an answer with this status, and perhaps with a wish when to come back.
    case status(Int, retryAfter: String? = nil)
    /// There was none.
    case failure(HTTPExchangeError.Kind)
  }

  /// How often a request is repeated at most.
  package var retries: Int
  /// The pause before the first repetition; each other one is twice as long.
  package var first: Duration
  /// The longest pause.
  package var longest: Duration

  /// Creates a policy; by default four repetitions within 7.5 s.
  package init(
    retries: Int = 4, first: Duration = .milliseconds(500), longest: Duration = .seconds(30)
  ) {
    self.retries = retries
    self.first = first
    self.longest = longest
  }

  /// How long to pause before the request is repeated, or `nil` when it is not.
  ///
  /// - Parameters:
  ///   - outcome: how the last try ended.
  ///   - tries: how many there were, that one included.
  package func pause(after outcome: Outcome, tries: Int) -> Duration? {
    guard tries <= retries, Self.mayPass(outcome) else { return nil }
    if case .status(_, let after?) = outcome, let seconds = Int(after), seconds >= 0 {
      return min(.seconds(seconds), longest)
    }
    var pause = first
    for _ in 1..<max(tries, 1) where pause < longest { pause *= 2 }
    return min(pause, longest)
  }

  /// Whether another try can end otherwise.
  private static func mayPass(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .status(let status, _): status >= 500 && status != 501 || [408, 429].contains(status)
    case .failure(let kind): [.unreachable, .timeout, .protocol].contains(kind)
    }
  }
}
