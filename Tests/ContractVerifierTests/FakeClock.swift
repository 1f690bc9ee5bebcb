import Synchronization

@testable import ContractVerifier

/// A clock on which only pauses take time.
final class FakeClock: Sendable {
  private let time = Mutex(Duration.zero)

  /// How long all pauses were.
  var elapsed: Duration { time.withLock { $0 } }

  /// The clock as a verification takes it.
  var clock: VerificationClock {
    VerificationClock(
      now: { self.elapsed }, sleep: { pause in self.time.withLock { $0 += pause } })
  }
}
