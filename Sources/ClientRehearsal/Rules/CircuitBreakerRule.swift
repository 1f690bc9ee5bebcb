import ContractModel

extension RehearsalJudge {
  /// Whether the client stopped asking after failures, probed, and went on.
  var circuitBreakerFinding: RehearsalVerdict.Finding? {
    guard let breaker = expectations.circuitBreaker else { return nil }
    var circuit = Circuit(breaker)
    for attempt in attempts { circuit.take(attempt) }
    return .init("circuit_breaker", problems: circuit.problems, evidence: circuit.evidence)
  }

  /// The circuit as the client should have it.
  private struct Circuit {
    let breaker: ResilienceExpectations.CircuitBreaker
    private var failures = 0
    /// When it was opened, while it is open.
    private var opened: Duration?
    private var openings = 0
    private var hasClosed = false
    private var found: [String] = []

    init(_ breaker: ResilienceExpectations.CircuitBreaker) { self.breaker = breaker }

    mutating func take(_ attempt: RehearsalAttempt) {
      if let opened {
        let pause = attempt.time - opened
        if pause < breaker.open {
          found.append(
            "\(attempt.method) \(attempt.target) came \(RehearsalJudge.text(pause)) after the circuit"
              + " was to open, \(RehearsalJudge.text(breaker.open)) or more was expected")
        }
        // What comes then probes: of its failure the circuit opens anew.
        self.opened = nil
        failures = attempt.isFailure ? breaker.failures : 0
        if attempt.isFailure { open(attempt) } else { hasClosed = true }
        return
      }
      failures = attempt.isFailure ? failures + 1 : 0
      if failures >= breaker.failures { open(attempt) }
    }

    private mutating func open(_ attempt: RehearsalAttempt) {
      opened = attempt.time
      openings += 1
    }

    var problems: [String] {
      if openings == 0 {
        return [
          "there were never \(breaker.failures) failures in a row, so that nothing was rehearsed"
        ]
      }
      return found + (hasClosed ? [] : ["no probe succeeded: the circuit was never closed again"])
    }

    var evidence: String {
      "opened \(openings == 1 ? "once" : "\(openings) times"), and closed after a probe"
    }
  }
}
