/// A request of a client that reached the mock while failures were rehearsed.
package struct RehearsalAttempt: Sendable, Hashable {
  /// The method.
  package var method: String
  /// Path and query as they came.
  package var target: String
  /// The header fields, in their order.
  package var fields: [Field]
  /// When it had come, on a clock that nobody sets; only differences mean something.
  package var time: Duration
  /// When it had come, since 1970.
  package var date: Duration
  /// The number of its connection.
  package var connection: Int
  /// The status of the answer, `nil` when none was sent.
  package var status: Int?
  /// The fault that befell the answer, as `TYPE[,KEY=VALUE]…`.
  package var fault: String?
  /// Whether the answer was one that a client may try again after.
  package var isFailure: Bool
  /// How long the answer said to wait.
  package var retryAfter: RetryAfter?

  /// What an answer says of the next attempt.
  package enum RetryAfter: Sendable, Hashable {
    /// So many seconds from the answer on.
    case seconds(Int)
    /// At this second since 1970.
    case date(Int64)
  }

  /// Creates an attempt.
  package init(
    method: String, target: String, fields: [Field] = [], time: Duration, date: Duration = .zero,
    connection: Int = 1, status: Int?, fault: String? = nil, isFailure: Bool = false,
    retryAfter: RetryAfter? = nil
  ) {
    self.method = method
    self.target = target
    self.fields = fields
    self.time = time
    self.date = date
    self.connection = connection
    self.status = status
    self.fault = fault
    self.isFailure = isFailure
    self.retryAfter = retryAfter
  }

  /// Whether sending it twice may do something twice (RFC 9110, section 9.2.2).
  package var isUnsafe: Bool { ["POST", "PATCH"].contains(method) }
}
