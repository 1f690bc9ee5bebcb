import ContractModel

/// Writes what is expected and what came side by side.
enum HTMLDiff {
  private static let longestValue = 4_096
  private static let longestDiff = 200

  /// Writes the values of a mismatch; of bodies only the part that differs.
  static func write(_ mismatch: Mismatch, to html: inout HTMLWriter) {
    let rows = rows(of: mismatch)
    guard !rows.isEmpty else { return }
    html.element("table", " class=\"diff\"") { html in
      html.markup("<thead><tr><th scope=\"col\">expected</th><th scope=\"col\">actual</th></tr>")
      html.markup("</thead>\n")
      html.element("tbody") { html in
        for row in rows { write(row, to: &html) }
      }
    }
    html.markup("\n")
  }

  private static func rows(of mismatch: Mismatch) -> [SideBySide.Row] {
    if mismatch.kind == .body {
      let lines = PartDiff.lines(expected: mismatch.expected, actual: mismatch.actual)
      if !lines.isEmpty { return SideBySide.rows(of: lines.capped(longestDiff)) }
    }
    if mismatch.expected.isEmpty, mismatch.actual.isEmpty { return [] }
    return [
      .change(
        expected: mismatch.expected.capped(longestValue),
        actual: mismatch.actual.capped(longestValue))
    ]
  }

  private static func write(_ row: SideBySide.Row, to html: inout HTMLWriter) {
    html.element("tr") { html in
      switch row {
      case .equal(let text):
        html.element("td", text: text)
        html.element("td", text: text)
      case .omission(let text):
        html.element("td", " colspan=\"2\" class=\"omission\"", text: text)
      case .change(let expected?, let actual?):
        let parts = MarkedText.parts(expected, actual)
        html.element("td", " class=\"minus\"") { write(parts.left, to: &$0) }
        html.element("td", " class=\"plus\"") { write(parts.right, to: &$0) }
      case .change(let expected, let actual):
        html.element("td", " class=\"minus\"") { writeWhole(expected, to: &$0) }
        html.element("td", " class=\"plus\"") { writeWhole(actual, to: &$0) }
      }
    }
    html.markup("\n")
  }

  private static func write(_ text: MarkedText, to html: inout HTMLWriter) {
    html.text(text.start)
    if !text.middle.isEmpty { html.element("mark", text: text.middle) }
    html.text(text.end)
  }

  private static func writeWhole(_ text: String?, to html: inout HTMLWriter) {
    if let text { html.element("mark", text: text) }
  }
}
