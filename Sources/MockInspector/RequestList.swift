package import ContractReports
package import MockEngine

/// The list of requests, newest first.
package struct RequestList: Sendable {
  /// The requests.
  package var requests: [InspectedRequest]
  /// Which requests are wanted.
  package var filter: JournalPage.Filter
  /// Whether there are older ones.
  package var hasOlder: Bool
  /// How many requests came since the journal was cleared, and how many of them it forgot.
  package var counts: (all: Int, forgotten: Int)

  /// Creates a list.
  package init(
    _ requests: [InspectedRequest], _ filter: JournalPage.Filter, hasOlder: Bool,
    counts: (all: Int, forgotten: Int)
  ) {
    self.requests = requests
    self.filter = filter
    self.hasOlder = hasOlder
    self.counts = counts
  }

  /// The filters, by what stands for them in the query.
  package static let filters: [(name: String, filter: JournalPage.Filter)] = [
    ("all", .all), ("unmatched", .unmatched), ("faults", .faults),
  ]

  /// Writes the list.
  package func write(_ page: InspectorPage, to writer: inout HTMLWriter) {
    writer.element("nav", " class=\"filters\" aria-label=\"Which requests\"") { writer in
      for (name, filter) in Self.filters {
        link(page, show: name, &writer)
        writer.markup(filter == self.filter ? "\" aria-current=\"true\">" : "\">")
        writer.text(name)
        writer.markup("</a> ")
      }
    }
    writer.element("p", " class=\"soft\"") { writer in
      writer.text("\(counts.all) requests")
      if counts.forgotten > 0 { writer.text(", the first \(counts.forgotten) forgotten") }
    }
    guard !requests.isEmpty else {
      return writer.element("p", text: "There is no such request yet.")
    }
    writer.element("table") { writer in
      writer.markup("<thead><tr>")
      for title in ["Number", "Time (UTC)", "Request", "Answered by", "Status"] as [StaticString] {
        writer.markup("<th scope=\"col\">")
        writer.markup(title)
        writer.markup("</th>")
      }
      writer.markup("</tr></thead>")
      writer.element("tbody") { writer in
        for request in requests { row(request, page, &writer) }
      }
    }
    guard hasOlder, let last = requests.last else { return }
    writer.element("p") { writer in
      link(page, show: Self.filters.first { $0.filter == filter }?.name ?? "all", &writer)
      writer.markup("&amp;before=")
      writer.number(last.entry.number)
      writer.markup("\">Older requests</a>")
    }
  }

  private func link(_ page: InspectorPage, show name: String, _ writer: inout HTMLWriter) {
    writer.markup("<a id=\"show-")
    writer.text(name)
    writer.markup("\" href=\"")
    page.up(&writer)
    writer.markup("ui?show=")
    writer.text(name)
  }

  private func row(
    _ request: InspectedRequest, _ page: InspectorPage, _ writer: inout HTMLWriter
  ) {
    writer.markup("<tr class=\"")
    writer.markup(request.outcome)
    writer.markup("\"><td>")
    writer.number(request.entry.number)
    writer.markup("</td>")
    writer.element("td", text: request.time)
    writer.markup("<td><a id=\"r")
    writer.number(request.entry.number)
    writer.markup("\" href=\"")
    page.up(&writer)
    writer.markup("ui/requests/")
    writer.number(request.entry.number)
    writer.markup("\">")
    writer.text("\(request.entry.method) \(request.entry.target)")
    writer.markup("</a></td><td>")
    writer.text(request.answer)
    if let fault = request.entry.fault {
      writer.markup("<br/>")
      writer.text("fault \(fault.text)")
    }
    writer.markup("</td>")
    writer.element("td", text: request.status)
    writer.markup("</tr>")
  }
}
