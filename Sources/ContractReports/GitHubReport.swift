public import ContractModel

/// What a verification gave, for the log of a GitHub workflow: the text, then annotations.
///
/// An interaction that failed or ended in an error is an `::error`; one that is pending and a
/// warning of the run are a `::warning`. GitHub shows them beside the line of the contract.
public struct GitHubReport: Sendable {
  private static let longestTitle = 200
  private static let longestMessage = 500
  private static let mostMismatches = 20
  /// GitHub shows no more of a step.
  private static let mostWarnings = 10

  private let result: VerificationResult
  private let token: String
  private let color: Bool

  /// Creates the report of a verification.
  ///
  /// - Parameters:
  ///   - token: letters and digits that nobody can guess. Between two lines with it GitHub obeys no
  ///     command, so that what a provider answers cannot be one.
  ///   - color: whether the text has ANSI colours.
  public init(_ result: VerificationResult, token: String, color: Bool) {
    self.result = result
    self.token = token
    self.color = color
  }

  /// The report, with a line end at the end.
  public func text() -> String {
    var text = "::stop-commands::\(token)\n"
    text += TextReport(result, color: color).text()
    text += "::\(token)::\n"
    for result in result.results {
      switch result.status {
      case .failed, .error: text += annotation("error", result) + "\n"
      case .pending: text += annotation("warning", result) + "\n"
      case .passed, .skipped: break
      }
    }
    for warning in result.warnings.prefix(Self.mostWarnings) {
      let message = warning.capped(Self.longestMessage).visible
      text += GitHubCommand.line("warning", [("title", "counterpart verify")], message) + "\n"
    }
    return text
  }

  private func annotation(_ name: StaticString, _ result: InteractionResult) -> String {
    let location = result.nearestLocation
    let parties = "\(result.consumer) → \(result.provider)"
    let title = "\(result.status.rawValue): \(result.title) [\(parties)]"
    return GitHubCommand.line(
      name,
      [
        ("file", location?.file.visible), ("line", location.map { String($0.line) }),
        ("title", title.capped(Self.longestTitle).visible),
      ], Self.message(of: result))
  }

  private static func message(of result: InteractionResult) -> String {
    var lines: [String] = []
    if result.mismatches.isEmpty || result.status == .error {
      lines.append(result.reason.capped(longestMessage).visible)
    }
    for mismatch in result.mismatches.prefix(mostMismatches) {
      let place = mismatch.place.capped(longestTitle)
      lines.append("\(place): \(mismatch.message.capped(longestMessage))".visible)
    }
    let rest = result.mismatches.count - mostMismatches
    if rest > 0 { lines.append("… and \(rest) more") }
    return lines.joined(separator: "\n")
  }
}
