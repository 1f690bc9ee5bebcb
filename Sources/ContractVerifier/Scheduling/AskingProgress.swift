/// How far one interaction is that may be asked several times: until it passes, and for measuring.
///
/// A value that is told how each asking ended and says what follows.
struct AskingProgress: Sendable, Hashable {
  /// What follows an answer.
  enum Next: Sendable, Hashable {
    /// The same request is made again after a pause.
    case again(after: Duration)
    /// The interaction was asked for the last time; its last answer counts.
    case ended
  }

  private let retry: RetryPolicy
  private let samples: Int
  private let start: Duration
  private var passes = 0
  /// How often it was asked until it passed or was given up.
  private(set) var tries = 1

  /// Begins with the first asking.
  ///
  /// - Parameters:
  ///   - retry: how long it is asked again after it failed.
  ///   - samples: how often it has to pass, at least once.
  ///   - start: the time of the first asking.
  init(retry: RetryPolicy, samples: Int, start: Duration) {
    self.retry = retry
    self.samples = max(samples, 1)
    self.start = start
  }

  /// Notes how an asking ended.
  mutating func answered(passed: Bool, at now: Duration) -> Next {
    if passed {
      passes += 1
      return passes < samples ? .again(after: .zero) : .ended
    }
    guard let pause = retry.pause(after: tries, elapsed: now - start) else { return .ended }
    tries += 1
    return .again(after: pause)
  }
}
