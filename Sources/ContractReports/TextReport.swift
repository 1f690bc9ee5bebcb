public import ContractModel

/// What a verification gave, for a person at a terminal.
///
/// An interaction that passed is one line. The others say what differs, where the contract expects
/// it, and how to make the request again. Where bodies differ in more than a scalar, a diff shows
/// the part that does: `-` before lines that are missing, `+` before those that came instead.
/// Control characters are shown escaped, so that a response cannot steer the terminal.
public struct TextReport: Sendable {
  private static let longestValue = 200
  private static let longestMessage = 1_000
  private static let longestDiff = 40

  private let result: VerificationResult
  private let color: Bool

  /// Creates the report of a verification, with ANSI colours when `color` is true.
  public init(_ result: VerificationResult, color: Bool) {
    self.result = result
    self.color = color
  }

  /// The report, with a line end at the end.
  public func text() -> String {
    var lines: [String] = []
    for group in ContractGroup.groups(of: result.results) {
      lines.append(styled("\(group.consumer.visible) → \(group.provider.visible)", .bold))
      for index in group.indices { append(result.results[index], to: &lines) }
      lines.append("")
    }
    for warning in result.warnings {
      lines.append(styled("warning:", .yellow) + " " + warning.visible)
    }
    if !result.warnings.isEmpty { lines.append("") }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(_ result: InteractionResult, to lines: inout [String]) {
    lines.append("  " + headline(of: result))
    guard result.status != .passed else { return }
    for mismatch in result.mismatches { append(mismatch, to: &lines) }
    if let error = result.error {
      lines.append("      " + error.capped(Self.longestMessage).visible)
    }
    if let location = result.location, result.mismatches.allSatisfy({ $0.location == nil }) {
      lines.append("      " + place(location))
    }
    if let name = result.testName { lines.append("      test: " + name.visible) }
    for comment in result.comments { lines.append("      comment: " + comment.visible) }
    if let command = result.reproduce { lines.append("      " + command.visibleCommand) }
  }

  private func headline(of result: InteractionResult) -> String {
    var text = result.description.visible
    if !result.providerStates.isEmpty {
      text += " (given " + result.providerStates.map(\.visible).joined(separator: ", ") + ")"
    }
    if result.tries > 1 { text += " (\(result.tries) tries)" }
    return switch result.status {
    case .passed: styled("✓", .green) + " " + text
    case .failed: styled("✗", .red) + " " + text
    case .error: styled("✗", .red) + " " + text + " [error]"
    case .pending: styled("!", .yellow) + " " + text + " [pending]"
    case .skipped: styled("–", .dim) + " " + text + " [skipped]"
    }
  }

  private func append(_ mismatch: Mismatch, to lines: inout [String]) {
    let message = mismatch.message.capped(Self.longestMessage)
    lines.append("      " + "\(mismatch.place): \(message)".visible)
    let diff =
      mismatch.kind == .body
      ? PartDiff.lines(expected: mismatch.expected, actual: mismatch.actual) : []
    // A diff that is shown to its end tells the values, too.
    if diff.isEmpty || diff.count > Self.longestDiff {
      for (name, value) in Self.values(of: mismatch) {
        lines.append("        \(name) " + value.capped(Self.longestValue).visible)
      }
    }
    for line in diff.capped(Self.longestDiff) { lines.append("        " + shown(line)) }
    if let location = mismatch.location { lines.append("        " + place(location)) }
  }

  private func shown(_ line: DiffLine) -> String {
    let text = line.text.isEmpty ? "\(line.sign)" : "\(line.sign) \(line.text)"
    return switch line {
    case .removed: styled(text, .red)
    case .added: styled(text, .green)
    case .equal, .gap, .more, .pointer: text
    }
  }

  /// The values that tell a reader more than the message does.
  private static func values(of mismatch: Mismatch) -> [(name: String, value: String)] {
    let isQuoted = [mismatch.expected, mismatch.actual].allSatisfy { value in
      value.utf8.count <= longestValue && mismatch.message.contains("'\(value)'")
    }
    return isQuoted ? [] : mismatch.values
  }

  private func place(_ location: SourceLocation) -> String {
    styled("at \(location.description.visible)", .dim)
  }

  private var summary: String {
    let summary = result.summary
    let counts = summary.parts.map { status, text in
      let style: TerminalStyle =
        switch status {
        case .passed: .green
        case .failed, .error: .red
        case .pending: .yellow
        case .skipped: .dim
        }
      return styled(text, style)
    }
    return summary.totalText + (counts.isEmpty ? "" : ": ") + counts.joined(separator: ", ")
      + " in \(result.duration.readableText)"
  }

  private func styled(_ text: String, _ style: TerminalStyle) -> String {
    color ? style.applied(to: text) : text
  }
}
