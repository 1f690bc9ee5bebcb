/// How a client is expected to cope with failures; what is `nil` is not judged.
package struct ResilienceExpectations: Sendable, Hashable {
  /// Bounds of a number.
  package struct Count: Sendable, Hashable {
    package var least: Int?
    package var most: Int?

    package init(least: Int? = nil, most: Int? = nil) {
      self.least = least
      self.most = most
    }
  }

  /// Bounds of the time between attempts.
  package struct Gaps: Sendable, Hashable {
    package var least: Duration?
    package var most: Duration?
    /// Whether each has to be about as long as the one before, or longer.
    package var isGrowing: Bool

    package init(least: Duration? = nil, most: Duration? = nil, isGrowing: Bool = false) {
      self.least = least
      self.most = most
      self.isGrowing = isGrowing
    }
  }

  /// When a client stops asking for a while.
  package struct CircuitBreaker: Sendable, Hashable {
    /// After so many failures in a row.
    package var failures: Int
    /// For so long.
    package var open: Duration

    package init(failures: Int, open: Duration) {
      self.failures = failures
      self.open = open
    }
  }

  /// How often an operation is attempted.
  package var attempts: Count?
  /// How long a client waits between attempts.
  package var gaps: Gaps?
  /// Whether it waits as long as an answer says.
  package var honoursRetryAfter = false
  /// The name of the field with the key that is the same in all attempts of an operation.
  package var idempotencyKey: String?
  /// Whether it must not repeat an unsafe request without such a key.
  package var forbidsUnsafeRetries = false
  /// When it stops asking for a while.
  package var circuitBreaker: CircuitBreaker?
  /// How long it may run.
  package var total: Duration?
  /// How many connections it may make.
  package var connections: Int?
  /// The code that it ends with.
  package var exitCode: Int?
  /// The name of the field whose value tells operations apart; `nil` for method and target.
  package var operationHeader: String?

  /// Expects nothing.
  package init() {}
}
