import ContractModel

extension VerificationResult.Summary {
  /// How many interactions there are, e.g. `6 interactions`.
  var totalText: String { "\(total) interaction\(total == 1 ? "" : "s")" }

  /// How many ended in which way, without the ways that did not occur, e.g. `2 errors`.
  var parts: [(status: InteractionResult.Status, text: String)] {
    let counts: [(InteractionResult.Status, Int, String)] = [
      (.passed, passed, "passed"), (.failed, failed, "failed"),
      (.error, errors, errors == 1 ? "error" : "errors"), (.pending, pending, "pending"),
      (.skipped, skipped, "skipped"),
    ]
    return counts.compactMap { status, count, name in
      count == 0 ? nil : (status, "\(count) \(name)")
    }
  }

  /// How many ended in which way, the ways that did not occur included.
  var counts: [(status: InteractionResult.Status, count: Int)] {
    [
      (.failed, failed), (.error, errors), (.pending, pending), (.skipped, skipped),
      (.passed, passed),
    ]
  }

  /// Everything in one line, e.g. `2 interactions: 1 passed, 1 failed`.
  var text: String {
    totalText + (total == 0 ? "" : ": ") + parts.map(\.text).joined(separator: ", ")
  }
}
