/// The integration summary for a terminal.
package struct SummaryText {
  private let summary: IntegrationSummary

  /// Creates the text of a summary.
  package init(_ summary: IntegrationSummary) { self.summary = summary }

  /// The text, with a line end at the end.
  package func text() -> String {
    SummaryTable.all(summary).map(Self.text).joined(separator: "\n")
  }

  private static func text(_ table: SummaryTable) -> String {
    guard !table.rows.isEmpty else { return "\(table.title)\n  \(table.nothing)\n" }
    let rows = table.rows.map { $0.map(\.visible) }
    let widths = table.columns.indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    var text = "\(table.title)\n"
    for row in rows {
      var line = ""
      for (cell, width) in zip(row, widths) where width > 0 {
        line += "  " + cell + String(repeating: " ", count: width - cell.count)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}
