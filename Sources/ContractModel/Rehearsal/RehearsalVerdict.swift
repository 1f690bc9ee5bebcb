/// What a rehearsal showed of a client.
package struct RehearsalVerdict: Sendable, Hashable {
  /// A rule, and whether it holds.
  package struct Finding: Sendable, Hashable {
    /// The name of the rule, as files have it.
    package var rule: String
    /// What does not hold; empty when the rule does.
    package var problems: [String]
    /// What was seen where it holds.
    package var evidence: String

    /// Creates a finding.
    package init(_ rule: String, problems: [String], evidence: String) {
      self.rule = rule
      self.problems = problems
      self.evidence = evidence
    }

    /// Whether the rule holds.
    package var holds: Bool { problems.isEmpty }
  }

  /// How a client ended.
  package enum End: Sendable, Hashable {
    /// By itself, with a code.
    case code(Int)
    /// By a signal.
    case signal(Int)
    /// It was ended because its time was up.
    case timedOut
  }

  /// The attempts of one operation, in their order.
  package struct Operation: Sendable, Hashable {
    /// What tells it from others.
    package var name: String
    /// Its attempts.
    package var attempts: [RehearsalAttempt]

    /// Creates an operation.
    package init(_ name: String, _ attempts: [RehearsalAttempt]) {
      self.name = name
      self.attempts = attempts
    }
  }

  /// The client's name.
  package var client: String
  /// The rules, in a fixed order.
  package var findings: [Finding]
  /// What reached the mock, by operation.
  package var operations: [Operation]
  /// How the client ended.
  package var end: End
  /// How long it ran.
  package var duration: Duration
  /// The seed that decided what was left to chance.
  package var seed: UInt64
  /// When it was started, in seconds since 1970.
  package var startedAt: Double = 0
  /// The last of what it wrote.
  package var output = ""

  /// Creates a verdict.
  package init(
    client: String, findings: [Finding], operations: [Operation], end: End, duration: Duration,
    seed: UInt64
  ) {
    self.client = client
    self.findings = findings
    self.operations = operations
    self.end = end
    self.duration = duration
    self.seed = seed
  }

  /// Whether every rule holds.
  package var holds: Bool { findings.allSatisfy(\.holds) }
}

extension RehearsalVerdict.End: CustomStringConvertible {
  /// For messages: `exit code 1`, `signal 9`, `not at all`.
  package var description: String {
    switch self {
    case .code(let code): "exit code \(code)"
    case .signal(let signal): "signal \(signal)"
    case .timedOut: "not at all"
    }
  }
}
