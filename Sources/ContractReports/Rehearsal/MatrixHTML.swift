package import ContractModel

/// A matrix of interactions and faults as one page that needs nothing else, for light and dark screens.
package struct MatrixHTML {
  private let matrix: RehearsalMatrix

  /// Creates the page of a matrix.
  package init(_ matrix: RehearsalMatrix) { self.matrix = matrix }

  /// The page as UTF-8, with a line end at the end.
  package func bytes() -> [UInt8] {
    var html = HTMLWriter()
    html.markup(Self.head)
    html.element("h1", text: "Client under faults")
    html.element("p") { $0.element("code", text: matrix.client) }
    html.element("table") { html in
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", " scope=\"col\"", text: "interaction")
          for fault in matrix.faults { html.element("th", " scope=\"col\"", text: fault) }
        }
      }
      html.element("tbody") { html in
        for row in matrix.rows { Self.write(row, to: &html) }
      }
    }
    html.element("p", text: "seed \(matrix.seed)")
    html.markup("</body></html>\n")
    return html.bytes
  }

  private static func write(_ row: RehearsalMatrix.Row, to html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", " scope=\"row\"", text: row.interaction)
      for cell in row.cells {
        html.markup("<td class=\"")
        html.text(cell.outcome.rawValue)
        html.markup("\">")
        html.text(MatrixText.word(cell.outcome))
        if cell.outcome != .unreached {
          html.element(
            "small",
            text: " \(cell.duration.readableText), \(cell.attempts)×, \(cell.end)")
        }
        html.markup("</td>")
      }
    }
    html.markup("\n")
  }

  private static let head: StaticString = """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'"/>
    <title>Client under faults</title><style>
    :root { color-scheme: light dark; --text: #1c1e21; --back: #ffffff; --line: #d5d9de;
      --good: #1a7f37; --fair: #8a5a00; --bad: #c21f2c; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e4e6e9; --back: #15171a; --line: #363b42;
        --good: #57c27a; --fair: #e0b04a; --bad: #ff7b84; }
    }
    body { margin: 0 auto; max-width: 90rem; padding: 1rem; background: var(--back);
      color: var(--text); font: 0.95rem/1.45 system-ui, sans-serif; overflow-x: auto; }
    h1 { font-size: 1.4rem; }
    table { border-collapse: collapse; }
    th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.9rem 0.3rem 0;
      border-bottom: 1px solid var(--line); }
    small { display: block; color: var(--text); font-weight: 400; }
    td { font-weight: 600; }
    .tolerated { color: var(--good); } .degraded { color: var(--fair); }
    .broken, .hung { color: var(--bad); } .unreached { font-weight: 400; }
    </style></head><body>

    """
}
