import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work that blocks: tasks share few threads, perhaps only one, and signals have to be noticed
/// meanwhile.
enum OwnThread {
  /// Does work on a thread of its own and waits for what it gives.
  static func run<Output: Sendable>(_ work: @escaping @Sendable () -> Output) async -> Output {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
  }

  /// Waits as long, or until it is told to stop.
  static func pause(_ duration: Duration, shouldStop: () -> Bool) {
    let clock = ContinuousClock()
    let end = clock.now + duration
    while clock.now < end, !shouldStop() {
      let rest = min(end - clock.now, .milliseconds(50))
      usleep(UInt32(max(0, rest / .microseconds(1))))
    }
  }
}
