import ContractModel

extension RehearsalJudge {
  /// How often operations were attempted.
  var attemptsFinding: RehearsalVerdict.Finding? {
    guard let expected = expectations.attempts else { return nil }
    var problems: [String] = []
    for operation in operations {
      let count = operation.attempts.count
      if let most = expected.most, count > most {
        problems.append("\(most) or fewer of \(operation.name) were expected, there were \(count)")
      }
      if let least = expected.least, operation.attempts.first?.isFailure == true, count < least {
        problems.append("\(least) or more of \(operation.name) were expected, there were \(count)")
      }
    }
    if expected.least != nil, troubled.isEmpty {
      problems.append("no first attempt failed, so that nothing was rehearsed")
    }
    let seen = operations.map { "\($0.attempts.count) of \($0.name)" }.joined(separator: ", ")
    return .init("attempts", problems: problems, evidence: seen)
  }
}
