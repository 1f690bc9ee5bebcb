import ContractModel

extension InteractionResult {
  /// The description, and the provider states where there are any.
  var title: String {
    guard !providerStates.isEmpty else { return description }
    return "\(description) (given \(providerStates.joined(separator: ", ")))"
  }

  /// The first line of a contract file that has to do with what differs.
  var nearestLocation: FileLocation? {
    mismatches.lazy.compactMap(\.location).first ?? location
  }

  /// Why the interaction did not pass, in one sentence.
  ///
  /// An error comes first where there was no answer to compare, else the first mismatch.
  var reason: String {
    let difference = mismatches.first?.message
    return switch status {
    case .failed: difference ?? error ?? "the answer differs from the contract"
    case .pending: difference ?? error ?? "not honoured yet"
    case .error: error ?? difference ?? "there was no answer to compare"
    case .skipped: error ?? difference ?? "not tried"
    case .passed: "passed"
    }
  }
}

extension InteractionResult.Status {
  /// One character that stands for the status.
  var sign: String {
    switch self {
    case .passed: "✓"
    case .failed, .error: "✗"
    case .pending: "!"
    case .skipped: "–"
    }
  }
}
