#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The time of day, for reports and for values that are made of it.
package enum WallClock {
  /// The time that has passed since 1970-01-01T00:00:00Z.
  package static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Blocks this thread for a while.
  package static func wait(_ duration: Duration) {
    usleep(useconds_t(max(duration, .zero) / .microseconds(1)))
  }
}
