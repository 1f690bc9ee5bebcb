import ContractModel

/// How a client is expected to cope with failures; of what is not said, anything will do.
///
/// ```swift
/// await mock.expect(.init(attempts: 2...4, gaps: .milliseconds(100) ... .seconds(5), honoursRetryAfter: true))
/// ```
public struct ResilienceContract: Sendable, Hashable {
  /// When a client stops asking for a while.
  public struct CircuitBreaker: Sendable, Hashable {
    /// After so many failures in a row.
    public var failures: Int
    /// For so long.
    public var open: Duration

    /// Creates a circuit breaker.
    public init(failures: Int, open: Duration) {
      self.failures = failures
      self.open = open
    }
  }

  let expectations: ResilienceExpectations

  /// Creates a contract.
  ///
  /// - Parameters:
  ///   - attempts: how often an operation is attempted; operations are told apart by method and target.
  ///   - gaps: how long the client waits between attempts.
  ///   - gapsGrow: whether each of these has to be about as long as the one before, or longer.
  ///   - honoursRetryAfter: whether it waits as long as an answer says.
  ///   - idempotencyKey: the name of the header field whose value is the same in all attempts.
  ///   - forbidsUnsafeRetries: whether `POST` and `PATCH` are never repeated without such a key.
  ///   - circuitBreaker: when it stops asking for a while.
  ///   - total: how long it may take, from its first request until it is judged.
  ///   - connections: how many connections it may make.
  public init(
    attempts: ClosedRange<Int>? = nil, gaps: ClosedRange<Duration>? = nil, gapsGrow: Bool = false,
    honoursRetryAfter: Bool = false, idempotencyKey: String? = nil,
    forbidsUnsafeRetries: Bool = false, circuitBreaker: CircuitBreaker? = nil,
    total: Duration? = nil, connections: Int? = nil
  ) {
    var expectations = ResilienceExpectations()
    expectations.attempts = attempts.map { .init(least: $0.lowerBound, most: $0.upperBound) }
    if gaps != nil || gapsGrow {
      expectations.gaps = .init(
        least: gaps?.lowerBound, most: gaps?.upperBound, isGrowing: gapsGrow)
    }
    expectations.honoursRetryAfter = honoursRetryAfter
    expectations.idempotencyKey = idempotencyKey
    expectations.forbidsUnsafeRetries = forbidsUnsafeRetries
    expectations.circuitBreaker = circuitBreaker.map { .init(failures: $0.failures, open: $0.open) }
    expectations.total = total
    expectations.connections = connections
    self.expectations = expectations
  }
}
