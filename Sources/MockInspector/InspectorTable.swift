package import ContractReports

/// A heading and a table of texts, which most pages are.
package struct InspectorTable: Sendable {
  /// A cell.
  package enum Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// A text.
    case text(String)
    /// A text that leads to a path behind `/__admin/`.
    case link(String, text: String)
    /// A text that leads to a session's own inspector.
    case session(String)

    package init(stringLiteral value: String) { self = .text(value) }
  }

  /// The heading.
  package var title: String
  /// The names of the columns.
  package var columns: [String]
  /// The rows.
  package var rows: [[Cell]]
  /// What is said when there is no row.
  package var empty: String
  /// How many more rows there are than are shown.
  package var omitted = 0

  /// Creates a table; of very many rows only the first are kept.
  package init(_ title: String, _ columns: [String], _ rows: [[Cell]], empty: String) {
    self.title = title
    self.columns = columns
    self.rows = Array(rows.prefix(Self.limit))
    self.empty = empty
    omitted = rows.count - self.rows.count
  }

  /// The most rows that are shown.
  package static let limit = 1_000

  /// Writes the heading and the table.
  package func write(_ page: InspectorPage, to writer: inout HTMLWriter) {
    writer.element("h2", text: title)
    guard !rows.isEmpty else { return writer.element("p", text: empty) }
    writer.element("table") { writer in
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for column in columns { writer.element("th", " scope=\"col\"", text: column) }
        }
      }
      writer.element("tbody") { writer in
        for row in rows {
          writer.element("tr") { writer in
            for cell in row { writer.element("td") { write(cell, page, &$0) } }
          }
        }
      }
    }
    if omitted > 0 {
      writer.element("p", " class=\"soft\"", text: "\(omitted) more are not shown.")
    }
  }

  private func write(_ cell: Cell, _ page: InspectorPage, _ writer: inout HTMLWriter) {
    switch cell {
    case .text(let text): writer.text(text)
    case .link(let path, let text):
      writer.markup("<a href=\"")
      page.up(&writer)
      writer.text(path)
      writer.markup("\">")
      writer.text(text)
      writer.markup("</a>")
    case .session(let name):
      writer.markup("<a href=\"")
      page.up(&writer)
      writer.markup("../__session/")
      writer.text(name)
      writer.markup("/__admin/ui\">")
      writer.text(name)
      writer.markup("</a>")
    }
  }
}
