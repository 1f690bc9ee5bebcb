/// The integration summary as one page that needs nothing else, for light and dark screens.
package struct SummaryHTML {
  private let summary: IntegrationSummary

  /// Creates the page of a summary.
  package init(_ summary: IntegrationSummary) { self.summary = summary }

  /// The page as UTF-8, with a line end at the end.
  package func bytes() -> [UInt8] {
    var html = HTMLWriter()
    html.markup(Self.head)
    html.element("h1", text: "Integration summary")
    html.element("div", " class=\"picture\"") { SummarySVG(summary).write(to: &$0) }
    for table in SummaryTable.all(summary) { Self.write(table, to: &html) }
    html.markup("</body></html>\n")
    return html.bytes
  }

  private static let head: StaticString = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'"/>
    <title>Integration summary</title><style>
    :root { color-scheme: light dark; --text: #1c1e21; --back: #ffffff; --line: #d5d9de; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e4e6e9; --back: #15171a; --line: #363b42; }
    }
    body { margin: 0 auto; max-width: 75rem; padding: 1rem; background: var(--back);
      color: var(--text); font: 0.95rem/1.45 system-ui, sans-serif; }
    h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
    .picture { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0;
      border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    </style></head><body>

    """

  private static func write(_ table: SummaryTable, to html: inout HTMLWriter) {
    html.element("h2", text: table.title)
    guard !table.rows.isEmpty else { return html.element("p", text: table.nothing) }
    html.element("table") { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for column in table.columns { html.element("th", " scope=\"col\"", text: column) }
        }
      }
      html.element("tbody") { html in
        for row in table.rows {
          html.element("tr") { html in
            for cell in row { html.element("td", text: cell) }
          }
        }
      }
    }
    html.markup("\n")
  }
}
