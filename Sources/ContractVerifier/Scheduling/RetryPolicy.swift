/// How long, and in which steps, a provider that is not there yet is asked again.
///
/// The pause starts at 100 ms and doubles up to a second. The last one is cut so that the last try
/// happens when the time is over, not before.
struct RetryPolicy: Sendable, Hashable {
  private static let firstPause = Duration.milliseconds(100)
  private static let longestPause = Duration.seconds(1)

  /// How long after the first try another one may begin.
  let limit: Duration

  /// The pause before the next try, or `nil` when the time is over.
  ///
  /// - Parameters:
  ///   - tries: how many were made.
  ///   - elapsed: how long ago the first one began.
  func pause(after tries: Int, elapsed: Duration) -> Duration? {
    guard elapsed < limit else { return nil }
    let doublings = min(max(tries - 1, 0), 10)
    let pause = min(Self.firstPause * (1 << doublings), Self.longestPause)
    return min(pause, limit - elapsed)
  }
}
