import ContractModel

extension RehearsalJudge {
  /// Whether unsafe attempts have a key, the same in all attempts of an operation.
  var idempotencyKeyFinding: RehearsalVerdict.Finding? {
    guard let name = expectations.idempotencyKey else { return nil }
    var problems: [String] = []
    var count = 0
    for operation in operations {
      let unsafe = operation.attempts.filter(\.isUnsafe)
      count += unsafe.count
      let keys = unsafe.map { $0.fields.header(name.lowercased()) }
      if keys.contains(nil) { problems.append("\(operation.name) came without \(name)") }
      let values = Set(keys.compactMap { $0 })
      if values.count > 1 {
        problems.append(
          "\(operation.name) came with \(values.count) values of \(name):"
            + " \(values.sorted().joined(separator: ", "))")
      }
    }
    if count == 0 { problems.append("there was no POST or PATCH, so that nothing was rehearsed") }
    return .init("idempotency_key", problems: problems, evidence: "the same on each attempt")
  }

  /// Whether no unsafe request without a key was repeated.
  var unsafeRetriesFinding: RehearsalVerdict.Finding? {
    guard expectations.forbidsUnsafeRetries else { return nil }
    let name = expectations.idempotencyKey ?? "Idempotency-Key"
    let problems = operations.compactMap { operation -> String? in
      let bare = operation.attempts.filter {
        $0.isUnsafe && $0.fields.header(name.lowercased()) == nil
      }
      guard bare.count > 1 else { return nil }
      return "\(operation.name) came \(bare.count) times without \(name)"
    }
    return .init("unsafe_retries", problems: problems, evidence: "none")
  }
}
