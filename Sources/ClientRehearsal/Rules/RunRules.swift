import ContractModel

/// Rules on the run as a whole.
extension RehearsalJudge {
  /// Whether the client ended in time.
  func totalFinding(
    _ duration: Duration, _ end: RehearsalVerdict.End
  ) -> RehearsalVerdict.Finding? {
    guard let total = expectations.total else { return nil }
    var problems: [String] = []
    if end == .timedOut {
      problems.append("it did not end and was stopped after \(Self.text(duration))")
    } else if duration > total {
      problems.append("\(Self.text(total)) or less was expected, it took \(Self.text(duration))")
    }
    return .init("total", problems: problems, evidence: Self.text(duration))
  }

  /// How many connections there were.
  var connectionsFinding: RehearsalVerdict.Finding? {
    guard let most = expectations.connections else { return nil }
    let count = Set(attempts.map(\.connection)).count
    return .init(
      "connections",
      problems: count > most ? ["\(most) or fewer were expected, there were \(count)"] : [],
      evidence: "\(count)")
  }

  /// Whether the client ended with the code that it is to end with.
  func exitCodeFinding(_ end: RehearsalVerdict.End) -> RehearsalVerdict.Finding? {
    guard let code = expectations.exitCode else { return nil }
    let holds = end == .code(code)
    return .init(
      "exit_code", problems: holds ? [] : ["exit code \(code) was expected, it ended with \(end)"],
      evidence: "\(code)")
  }
}
