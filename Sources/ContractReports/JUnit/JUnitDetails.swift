import ContractModel

/// What a test case says about a result that did not pass.
struct JUnitDetails {
  private static let longestHeadline = 1_000
  private static let longestValue = 4_096

  /// The whole in one line.
  let headline: String
  /// Everything, starting with the headline: some servers show only this, and others only that.
  let text: String

  /// Describes a result.
  init(_ result: InteractionResult) {
    headline = Self.headline(of: result)
    var lines = [headline]
    if let error = result.error { lines += ["", error.capped(Self.longestValue)] }
    for mismatch in result.mismatches { lines += [""] + Self.lines(of: mismatch) }
    if let location = result.location { lines += ["", "contract: \(location)"] }
    if let test = result.testName { lines += ["", "test: \(test.capped(Self.longestValue))"] }
    if let command = result.reproduce { lines += ["", command.capped(Self.longestValue)] }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func headline(of result: InteractionResult) -> String {
    let difference = result.mismatches.first.map { first in
      let others = result.mismatches.count - 1
      let message = first.message.xmlToken.capped(longestHeadline)
      return others == 0 ? message : "\(message) (and \(others) more)"
    }
    let error = result.error.map { $0.xmlToken.capped(longestHeadline) }
    return switch result.status {
    case .pending: "pending: " + (difference ?? error ?? "not honoured yet")
    case .failed: difference ?? error ?? "the answer differs from the contract"
    case .error: error ?? difference ?? "there was no answer to compare"
    case .skipped: error ?? difference ?? "not tried"
    case .passed: "passed"
    }
  }

  private static func lines(of mismatch: Mismatch) -> [String] {
    var lines = [
      "\(mismatch.place): \(mismatch.message.capped(longestValue))",
      "  expected: \(mismatch.expected.capped(longestValue))",
      "  actual:   \(mismatch.actual.capped(longestValue))",
    ]
    if let location = mismatch.location { lines.append("  at \(location)") }
    return lines
  }
}
