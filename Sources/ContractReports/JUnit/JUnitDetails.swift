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
    var text = headline + "\n"
    if let error = result.error, !headline.hasSuffix(error) {
      text += "\n\(error.capped(Self.longestValue))\n"
    }
    for mismatch in result.mismatches { Self.append(mismatch, to: &text) }
    for hint in Hint.all(on: result) { text += "\nhint: \(hint)\n" }
    if let location = result.location { text += "\ncontract: \(location)\n" }
    if let test = result.testName { text += "\ntest: \(test.capped(Self.longestValue))\n" }
    if let command = result.reproduce { text += "\n\(command.capped(Self.longestValue))\n" }
    self.text = text
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

  private static func append(_ mismatch: Mismatch, to text: inout String) {
    text += "\n\(mismatch.place): \(mismatch.message.capped(longestValue))\n"
    for (name, value) in mismatch.values {
      text += "  \(name) \(value.capped(longestValue))\n"
    }
    if let location = mismatch.location { text += "  at \(location)\n" }
  }
}
