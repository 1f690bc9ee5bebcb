public import ContractModel

/// What a verification gave, for a person at a terminal.
///
/// An interaction that passed is one line, and of many only their number is told. The others say what
/// differs, where the contract expects it, what may help, and how to make the request again. Where
/// bodies differ in more than a scalar, a diff shows the part that does: `-` before lines that are
/// missing, `+` before those that came instead. Control characters are shown escaped, so that a
/// response cannot steer the terminal.
public struct TextReport: Sendable {
  private static let longestValue = 200
  private static let longestMessage = 1_000
  private static let longestDiff = 40
  /// With another status the body is another one, too: its start tells what it is.
  private static let longestDiffOfOtherStatus = 12
  /// So many interactions are listed when they passed.
  private static let mostPassed = 20
  private static let mostWarnings = 10

  private let result: VerificationResult
  private let color: Bool
  private let width: Int?

  /// Creates the report of a verification.
  ///
  /// - Parameters:
  ///   - color: whether it has ANSI colours.
  ///   - width: the columns of the terminal, in which sentences are broken at words; `nil` where
  ///     lines may have any length. Commands and diffs are never broken: they are to be copied.
  public init(_ result: VerificationResult, color: Bool, width: Int? = nil) {
    self.result = result
    self.color = color
    self.width = width
  }

  /// The report, with a line end at the end.
  public func text() -> String {
    var lines: [String] = []
    let summary = result.summary
    for group in ContractGroup.groups(of: result.results) {
      lines.append(styled("\(group.consumer.visible) → \(group.provider.visible)", .bold))
      append(group, listsPassed: summary.passed <= Self.mostPassed, to: &lines)
      lines.append("")
    }
    for warning in result.warnings.prefix(Self.mostWarnings) {
      lines += broken("warning: \(warning.visible)", "").map { line in
        line.hasPrefix("warning:") ? styled("warning:", .yellow) + line.dropFirst(8) : line
      }
    }
    let rest = result.warnings.count - Self.mostWarnings
    if rest > 0 { lines.append("and \(rest) more warning\(rest == 1 ? "" : "s")") }
    if !result.warnings.isEmpty { lines.append("") }
    lines.append(line(of: summary))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What became of one interaction, without colours: a line that names it, and below what differed.
  package static func account(of result: InteractionResult) -> String {
    let report = TextReport(VerificationResult(provider: .init(name: "")), color: false)
    var lines: [String] = []
    report.append(result, to: &lines)
    let first = lines.first.map { $0.drop { " ✓✗!–".contains($0) } } ?? ""
    return ([String(first)] + lines.dropFirst().map { String($0.dropFirst(4)) })
      .joined(separator: "\n")
  }

  private func append(_ group: ContractGroup, listsPassed: Bool, to lines: inout [String]) {
    var passed = 0
    for index in group.indices {
      if result.results[index].status == .passed, !listsPassed {
        passed += 1
      } else {
        append(result.results[index], to: &lines)
      }
    }
    if passed > 0 { lines.append("  " + styled("✓", .green) + " \(passed) passed") }
  }

  private func append(_ result: InteractionResult, to lines: inout [String]) {
    lines.append("  " + headline(of: result))
    guard result.status != .passed else { return }
    let isOther = result.mismatches.contains { $0.kind == .status }
    let longestDiff = isOther ? Self.longestDiffOfOtherStatus : Self.longestDiff
    for mismatch in result.mismatches { append(mismatch, longestDiff, to: &lines) }
    if let error = result.error {
      lines += broken(error.capped(Self.longestMessage).visible, "      ")
    }
    if let location = result.location, result.mismatches.allSatisfy({ $0.location == nil }) {
      lines.append("      " + place(location))
    }
    for hint in Hint.all(on: result) { lines += broken("hint: " + hint.visible, "      ") }
    if let name = result.testName { lines.append("      test: " + name.visible) }
    for comment in result.comments { lines += broken("comment: " + comment.visible, "      ") }
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

  private func append(_ mismatch: Mismatch, _ longestDiff: Int, to lines: inout [String]) {
    let message = mismatch.message.capped(Self.longestMessage)
    lines += broken("\(mismatch.place): \(message)".visible, "      ")
    let diff =
      mismatch.kind == .body
      ? PartDiff.lines(expected: mismatch.expected, actual: mismatch.actual) : []
    // A diff that is shown to its end tells the values, too.
    if diff.isEmpty || (diff.count > longestDiff && longestDiff == Self.longestDiff) {
      for (name, value) in Self.values(of: mismatch) { lines.append("        \(name) \(value)") }
    }
    for line in diff.capped(longestDiff) { lines.append("        " + shown(line)) }
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

  /// The values that tell a reader more than the message does; of long ones the part that differs.
  private static func values(of mismatch: Mismatch) -> [(name: String, value: String)] {
    if mismatch.kind == .status, mismatch.message.contains(" \(mismatch.expected) "),
      mismatch.message.hasSuffix(" \(mismatch.actual)")
    {
      return []
    }
    let isQuoted = [mismatch.expected, mismatch.actual].allSatisfy { value in
      value.utf8.count <= longestValue && mismatch.message.contains("'\(value)'")
    }
    if isQuoted { return [] }
    let (expected, actual) = (mismatch.expected.visible, mismatch.actual.visible)
    if min(expected.utf8.count, actual.utf8.count) > longestValue {
      let pair = LinePair(expected, actual)
      return [("expected:", pair.expected), ("actual:  ", pair.actual)]
    }
    return mismatch.values.map { ($0.name, $0.value.capped(longestValue).visible) }
  }

  /// A sentence in lines that fit the terminal, those after the first further to the right.
  private func broken(_ sentence: String, _ indentation: String) -> [String] {
    WrappedText.lines(of: sentence, indentation: indentation, width: width)
  }

  private func place(_ location: FileLocation) -> String {
    styled("at \(location.description.visible)", .dim)
  }

  private func line(of summary: VerificationResult.Summary) -> String {
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
