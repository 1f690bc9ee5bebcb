/// The integration summary as Markdown, with the data flow as a Mermaid graph.
///
/// Nothing that a contract or a result says can be markup in it.
package struct SummaryMarkdown {
  private static let longestCell = 300

  private let summary: IntegrationSummary

  /// Creates the Markdown of a summary.
  package init(_ summary: IntegrationSummary) { self.summary = summary }

  /// The Markdown, with a line end at the end.
  package func text() -> String {
    var text = "## Integration summary\n\n```mermaid\n\(SummaryMermaid(summary).text())```\n"
    for table in SummaryTable.all(summary) { text += "\n" + Self.text(table) }
    return text
  }

  private static func text(_ table: SummaryTable) -> String {
    var text = "### \(table.title)\n\n"
    guard !table.rows.isEmpty else { return text + "\(table.nothing)\n" }
    text += "| \(table.columns.joined(separator: " | ")) |\n"
    text += "|\(String(repeating: "---|", count: table.columns.count))\n"
    for row in table.rows {
      let cells = row.map { $0.isEmpty ? "" : $0.markdownCode(upTo: longestCell) }
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }
}
