package import ContractModel
package import ContractReports
import MockEngine

/// One request, and for one that nothing accepted what it lacks.
package struct RequestDetails: Sendable {
  /// Something that did not accept the request.
  package struct Near: Sendable {
    /// What it is, e.g. `stub 'GET /orders'`.
    package var name: String
    /// Where it stands.
    package var location: FileLocation?
    /// What differs.
    package var mismatches: [Mismatch]

    /// Creates what came near.
    package init(name: String, location: FileLocation?, mismatches: [Mismatch]) {
      self.name = name
      self.location = location
      self.mismatches = mismatches
    }
  }

  /// The request.
  package var request: InspectedRequest
  /// What came nearest to it, nearest first; empty for a request that was answered.
  package var nearest: [Near]

  /// Creates the details of a request.
  package init(_ request: InspectedRequest, nearest: [Near]) {
    self.request = request
    self.nearest = nearest
  }

  /// So much of a body is shown.
  private static let bodyLimit = 65_536

  /// Writes the details.
  package func write(_ page: InspectorPage, to writer: inout HTMLWriter) {
    facts(&writer)
    differences(&writer)
    if !request.entry.fields.isEmpty { fields(&writer) }
    body(&writer)
    writer.element("p") { writer in
      writer.markup("<a id=\"back\" href=\"")
      page.up(&writer)
      writer.markup("ui#r")
      writer.number(request.entry.number)
      writer.markup("\">Back to the requests</a>")
    }
  }

  private func facts(_ writer: inout HTMLWriter) {
    let entry = request.entry
    var facts = [
      ("Answered by", request.answer), ("Status", request.status),
      ("Time (UTC)", request.time), ("Client", entry.source.client.description),
      ("Connection", "\(entry.source.connection)"),
    ]
    if let trace = entry.traceParent { facts.append(("Trace", trace.traceID)) }
    if let fault = entry.fault {
      facts.append(("Fault", fault.text))
      if let script = fault.script {
        facts.append(("Of the script", "\(script), step \(fault.step ?? 1)"))
      }
      facts.append(("Its request", "\(fault.request), seed \(fault.seed)"))
    }
    writer.element("dl") { writer in
      for (name, value) in facts {
        writer.element("dt", text: name)
        writer.element("dd", text: value)
      }
    }
  }

  private func differences(_ writer: inout HTMLWriter) {
    guard !request.entry.answer.wasMatched, request.entry.answer != .forwarded else { return }
    writer.element("h2", text: "What nothing accepted")
    guard !nearest.isEmpty else {
      return writer.element("p", text: "The mock plays nothing that comes near.")
    }
    writer.element(
      "p", " class=\"soft\"", text: "Compared with what is played now, the nearest first.")
    for near in nearest {
      writer.element("section", " class=\"near\"") { writer in
        writer.element("h3", text: "Closest: \(near.name)")
        if let location = near.location {
          writer.element("p", " class=\"soft\"", text: location.description)
        }
        if near.mismatches.isEmpty {
          writer.element("p", text: "It would accept the request by now.")
        } else {
          table(near.mismatches, &writer)
        }
      }
    }
  }

  private func table(_ mismatches: [Mismatch], _ writer: inout HTMLWriter) {
    writer.element("table") { writer in
      writer.markup("<thead><tr><th scope=\"col\">Difference</th><th scope=\"col\">Expected</th>")
      writer.markup("<th scope=\"col\">Actual</th></tr></thead>")
      writer.element("tbody") { writer in
        for mismatch in mismatches {
          writer.element("tr") { writer in
            writer.element("td", text: mismatch.message)
            writer.element("td", " class=\"plus\"") { $0.element("code", text: mismatch.expected) }
            writer.element("td", " class=\"minus\"") { $0.element("code", text: mismatch.actual) }
          }
        }
      }
    }
  }

  private func fields(_ writer: inout HTMLWriter) {
    writer.element("h2", text: "Header fields")
    writer.element("table") { writer in
      writer.markup(
        "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Value</th></tr></thead>")
      writer.element("tbody") { writer in
        for field in request.entry.fields {
          writer.element("tr") { writer in
            writer.element("td", text: field.name)
            writer.element("td", text: field.value)
          }
        }
      }
    }
  }

  private func body(_ writer: inout HTMLWriter) {
    let entry = request.entry
    guard entry.bodyLength > 0 else { return }
    writer.element("h2", text: "Body")
    let shown = entry.body.prefix(Self.bodyLimit)
    if let text = String(validating: shown, as: UTF8.self) {
      writer.element("pre", " tabindex=\"0\"") { $0.code(text) }
    } else {
      writer.element("p", text: "It is no text.")
    }
    let rest = entry.bodyLength - shown.count
    writer.element(
      "p", " class=\"soft\"",
      text: "\(entry.bodyLength) bytes" + (rest > 0 ? ", the last \(rest) not shown" : ""))
  }
}
