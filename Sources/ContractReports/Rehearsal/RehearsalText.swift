package import ContractModel

/// The verdict on a client for a terminal.
package struct RehearsalText {
  private let verdict: RehearsalVerdict
  private let isColored: Bool

  /// Creates the text of a verdict.
  package init(_ verdict: RehearsalVerdict, color isColored: Bool = false) {
    self.verdict = verdict
    self.isColored = isColored
  }

  /// The text, with a line end at the end.
  package func text() -> String {
    var lines: [String] = []
    for finding in verdict.findings {
      if finding.holds {
        lines.append("\(styled("✓", .green)) \(finding.rule): \(finding.evidence.visible)")
      }
      for problem in finding.problems {
        lines.append("\(styled("✗", .red)) \(finding.rule): \(problem.visible)")
      }
    }
    if verdict.operations.isEmpty {
      lines += ["", "the client sent no request"]
    } else {
      lines += ["", RehearsalTimeline(operations: verdict.operations).text]
    }
    if !verdict.holds, !verdict.output.isEmpty {
      lines += [
        "", "\(verdict.client.visible) ended with \(verdict.end); the last of what it wrote:",
      ]
      lines += verdict.output.split(separator: "\n").map { "  " + String($0).visible }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func styled(_ text: String, _ style: TerminalStyle) -> String {
    isColored ? style.applied(to: text) : text
  }
}
