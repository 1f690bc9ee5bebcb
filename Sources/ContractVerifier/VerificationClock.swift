import ContractModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The time that a verification goes by, so that a test can let it pass without waiting.
package struct VerificationClock: Sendable {
  /// The time since some moment; it never goes back.
  package var now: @Sendable () -> Duration
  /// Lets time pass, a second at most.
  package var sleep: @Sendable (Duration) -> Void

  /// Creates a clock.
  package init(
    now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  /// The clock of the system.
  package static var system: VerificationClock {
    let clock = ContinuousClock()
    let start = clock.now
    return VerificationClock(
      now: { clock.now - start },
      sleep: { duration in
        let microseconds = min(max(duration, .zero), .seconds(1)).milliseconds * 1_000
        usleep(UInt32(min(microseconds.rounded(.up), 999_999)))
      })
  }
}
