package import ContractModel

/// Judges what reached a mock by what is expected of the client.
///
/// It is a pure function of the attempts, how the client ended, and the expectations.
package struct RehearsalJudge {
  /// What is expected.
  let expectations: ResilienceExpectations
  /// All attempts, in the order in which they came.
  let attempts: [RehearsalAttempt]
  /// The same, by operation.
  let operations: [RehearsalVerdict.Operation]

  /// - Parameter attempts: what reached the mock, in the order in which it came.
  package init(_ attempts: [RehearsalAttempt], by expectations: ResilienceExpectations) {
    self.expectations = expectations
    self.attempts = attempts
    var places: [String: Int] = [:]
    var operations: [RehearsalVerdict.Operation] = []
    for attempt in attempts {
      let name = Self.operation(of: attempt, expectations)
      if let place = places[name] {
        operations[place].attempts.append(attempt)
      } else {
        places[name] = operations.count
        operations.append(.init(name, [attempt]))
      }
    }
    self.operations = operations
  }

  /// Judges.
  ///
  /// - Parameters:
  ///   - client: the client's name.
  ///   - end: how it ended.
  ///   - duration: how long it ran.
  ///   - seed: what decided over what was left to chance.
  package func verdict(
    on client: String, _ end: RehearsalVerdict.End, after duration: Duration, seed: UInt64
  ) -> RehearsalVerdict {
    let findings = [
      attemptsFinding, gapsFinding, retryAfterFinding, idempotencyKeyFinding,
      unsafeRetriesFinding, circuitBreakerFinding, totalFinding(duration, end), connectionsFinding,
      exitCodeFinding(end),
    ]
    return RehearsalVerdict(
      client: client, findings: findings.compactMap { $0 }, operations: operations, end: end,
      duration: duration, seed: seed)
  }

  private static func operation(
    of attempt: RehearsalAttempt, _ expectations: ResilienceExpectations
  ) -> String {
    guard let name = expectations.operationHeader,
      let value = attempt.fields.header(name.lowercased())
    else { return "\(attempt.method) \(attempt.target)" }
    return "\(name): \(value)"
  }

  /// Operations whose first attempt failed: there the client had to cope.
  var troubled: [RehearsalVerdict.Operation] {
    operations.filter { $0.attempts.first?.isFailure == true }
  }

  /// Each failed attempt with the one after it.
  static func retries(
    of operation: RehearsalVerdict.Operation
  ) -> [(failed: RehearsalAttempt, next: RehearsalAttempt)] {
    zip(operation.attempts, operation.attempts.dropFirst()).filter(\.0.isFailure).map { ($0, $1) }
  }

  /// A length of time in whole milliseconds.
  static func text(_ duration: Duration) -> String {
    "\(Int((duration / .milliseconds(1)).rounded())) ms"
  }
}
