extension VerificationResult {
  /// The result without secrets in anything that came from the provider or went to it.
  ///
  /// The names that stand in the contract (parties, descriptions, states, keys) stay as they are:
  /// a later run finds the interactions by them.
  package func redacted(by redactor: Redactor) -> Self {
    if redactor.isEmpty { return self }
    var result = self
    for index in result.results.indices { result.results[index].redact(by: redactor) }
    result.warnings = warnings.map(redactor.redact)
    result.providerOutput = providerOutput.map {
      ProviderOutput(output: redactor.redact($0.output), errors: redactor.redact($0.errors))
    }
    return result
  }
}

extension InteractionResult {
  /// Replaces secrets in what differs, in errors and in the command.
  fileprivate mutating func redact(by redactor: Redactor) {
    for index in mismatches.indices {
      mismatches[index].path = redactor.redact(mismatches[index].path)
      mismatches[index].expected = redactor.redact(mismatches[index].expected)
      mismatches[index].actual = redactor.redact(mismatches[index].actual)
      mismatches[index].message = redactor.redact(mismatches[index].message)
    }
    error = error.map(redactor.redact)
    comments = comments.map(redactor.redact)
    reproduce = reproduce.map(redactor.redact)
    exchange?.request.redact(by: redactor)
    exchange?.response?.redact(by: redactor)
  }
}

extension RecordedMessage {
  /// Replaces secrets in the line, the fields and the body.
  fileprivate mutating func redact(by redactor: Redactor) {
    start = redactor.redact(start)
    headers = headers.map { Field($0.name, $0.values.map(redactor.redact)) }
    guard let whole = body else { return }
    let redacted = redactor.redact(whole)
    // What is hidden is not cut off.
    bodySize += redacted.utf8.count - whole.utf8.count
    body = redacted
  }
}
