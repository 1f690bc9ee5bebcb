public import ContractModel

/// What a verification gave, for a merge request: Markdown as GitHub and GitLab read it.
///
/// A line that sums up, a table of what did not pass, and a folded section with the differences of
/// each. It has at most 60,000 characters, since a comment may not have many more; what does not
/// fit is counted. Nothing that a contract or a provider says can be markup in it.
public struct MarkdownReport: Sendable {
  /// How many bytes the report has at most, and so how many characters.
  private static let longest = 60_000
  /// How many of them the table and the warnings may take together.
  private static let longestOverview = 25_000
  /// Room for the lines that tell how much is left out.
  private static let reserve = 500
  private static let longestCell = 300
  private static let mostWarnings = 20
  /// After so many sections that do not fit no more are made.
  private static let mostMisses = 20

  private let result: VerificationResult

  /// Creates the report of a verification.
  public init(_ result: VerificationResult) { self.result = result }

  /// The report as UTF-8, with a line end at the end.
  public func bytes() -> [UInt8] {
    let broken = result.results.filter { $0.status != .passed }
    var text = heading
    appendWarnings(to: &text)
    appendTable(of: broken, to: &text)
    appendDetails(of: broken, to: &text)
    while text.hasSuffix("\n\n") { text.removeLast() }
    return Array(text.utf8)
  }

  private var heading: String {
    let summary = result.summary
    let isGood = summary.failed == 0 && summary.errors == 0
    let provider = result.provider
    var text = "### \(isGood ? "✓" : "✗") Contracts of "
    text += "\(provider.name.markdownCode(upTo: Self.longestCell))\n\n"
    text += "\(summary.text) in \(result.duration.readableText)"
    for (name, value) in [("version", provider.version), ("branch", provider.branch)] {
      if let value { text += ", \(name) \(value.markdownCode(upTo: Self.longestCell))" }
    }
    return text + ", seed \(result.seed)\n\n"
  }

  private func appendWarnings(to text: inout String) {
    guard !result.warnings.isEmpty else { return }
    for (index, warning) in result.warnings.enumerated() {
      guard index < Self.mostWarnings, text.utf8.count < Self.longestOverview / 2 else {
        text += "- and \(result.warnings.count - index) more\n"
        break
      }
      text += "- warning: \(warning.markdownCode(upTo: Self.longestCell))\n"
    }
    text += "\n"
  }

  private func appendTable(of broken: [InteractionResult], to text: inout String) {
    guard !broken.isEmpty else { return }
    text += "| | interaction | contract | why |\n|---|---|---|---|\n"
    for (index, result) in broken.enumerated() {
      let row = Self.row(result)
      guard text.utf8.count + row.utf8.count <= Self.longestOverview else {
        text += "\nand \(broken.count - index) more\n"
        break
      }
      text += row
    }
    text += "\n"
  }

  private static func row(_ result: InteractionResult) -> String {
    let parties = "\(result.consumer) → \(result.provider)"
    let others = result.mismatches.count - 1
    let cells = [
      "\(result.status.sign) \(result.status.rawValue)",
      result.title.markdownCode(upTo: longestCell), parties.markdownCode(upTo: longestCell),
      result.reason.markdownCode(upTo: longestCell) + (others > 0 ? " and \(others) more" : ""),
    ]
    return "| \(cells.joined(separator: " | ")) |\n"
  }

  /// Appends the sections that fit, and how many do not.
  private func appendDetails(of broken: [InteractionResult], to text: inout String) {
    var tries = Self.mostMisses
    var sections = 0
    for result in broken {
      guard tries > 0 else { break }
      let section = MarkdownDetails.section(result)
      if text.utf8.count + section.utf8.count <= Self.longest - Self.reserve {
        text += section
        sections += 1
      } else {
        tries -= 1
      }
    }
    let rest = broken.count - sections
    if rest > 0 {
      text += "The details of \(rest) more interaction\(rest == 1 ? "" : "s") are left out.\n"
    }
  }
}
