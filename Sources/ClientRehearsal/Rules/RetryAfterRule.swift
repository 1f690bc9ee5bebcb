import ContractModel

extension RehearsalJudge {
  /// Whether the client waited as long as answers said.
  var retryAfterFinding: RehearsalVerdict.Finding? {
    guard expectations.honoursRetryAfter else { return nil }
    var problems: [String] = []
    var seen: [String] = []
    var told = 0
    for operation in operations {
      told += operation.attempts.count { $0.retryAfter != nil }
      for (attempt, next) in zip(operation.attempts, operation.attempts.dropFirst()) {
        guard let retryAfter = attempt.retryAfter else { continue }
        let wait: Duration
        let waited: Duration
        switch retryAfter {
        case .seconds(let seconds):
          wait = .seconds(seconds)
          waited = next.time - attempt.time
        case .date(let second):
          wait = max(.seconds(second) - attempt.date, .zero)
          waited = next.date - attempt.date
        }
        let text =
          "\(operation.name) came again after \(Self.text(waited)), it was told to wait for"
          + " \(Self.text(wait))"
        if waited < wait { problems.append(text) } else { seen.append(text) }
      }
    }
    if told == 0 { problems.append("no answer had Retry-After, so that nothing was rehearsed") }
    let none = "it never came again"
    return .init(
      "retry_after", problems: problems,
      evidence: seen.isEmpty ? none : seen.joined(separator: ", "))
  }
}
