import ContractModel

/// Writes a request and its response side by side, and marks in the response what differs.
enum HTMLExchange {
  /// What of a response is marked.
  private struct Marks {
    var start = false
    var headers: Set<String> = []
    var paths: Set<String> = []

    static let none = Marks()

    init() {}

    init(_ mismatches: [Mismatch]) {
      for mismatch in mismatches {
        switch mismatch.kind {
        case .status: start = true
        case .header: headers.insert(mismatch.path.lowercased())
        case .bodyContentType: headers.insert("content-type")
        case .metadata: headers.insert("pact-message-metadata")
        case .body: paths.insert(mismatch.path)
        case .method, .path, .query, .latency: break
        }
      }
    }
  }

  /// Writes both sides.
  static func write(
    _ exchange: RecordedExchange, _ mismatches: [Mismatch], to html: inout HTMLWriter
  ) {
    html.element("div", " class=\"sides\"") { html in
      html.element("section") { html in
        html.element("h3", text: "Request")
        write(exchange.request, .none, to: &html)
      }
      html.element("section") { html in
        html.element("h3", text: "Response")
        if let response = exchange.response {
          write(response, Marks(mismatches), to: &html)
        } else {
          html.element("p", " class=\"soft\"", text: "None came.")
        }
      }
    }
    html.markup("\n")
  }

  private static func write(
    _ message: RecordedMessage, _ marks: Marks, to html: inout HTMLWriter
  ) {
    html.element("pre") { html in
      write(message.start, isMarked: marks.start, to: &html)
      for field in message.headers {
        for value in field.values {
          let isMarked = marks.headers.contains(field.name.lowercased())
          write("\(field.name): \(value)", isMarked: isMarked, to: &html)
        }
      }
      if message.bodySize > 0 {
        html.markup("\n")
        writeBody(message, marks, to: &html)
      }
    }
  }

  private static func writeBody(
    _ message: RecordedMessage, _ marks: Marks, to html: inout HTMLWriter
  ) {
    guard let body = message.body else {
      return html.text("(\(message.bodySize) bytes that are no text)")
    }
    if !message.isCut, let json = MarkedJSON(body, marked: marks.paths) {
      for line in json.lines { write(line.text, isMarked: line.isMarked, to: &html) }
      return
    }
    if message.isCut {
      html.code(body)
      html.text("… (\(message.bodySize - body.utf8.count) bytes more)")
    } else if marks.paths.isEmpty {
      html.code(body)
    } else {
      html.element("mark") { $0.code(body) }
    }
  }

  private static func write(_ line: String, isMarked: Bool, to html: inout HTMLWriter) {
    let text = isMarked ? line.drop { $0 == " " } : ""
    html.text(String(line.dropLast(text.count)))
    if isMarked { html.element("mark", text: String(text)) }
    html.markup("\n")
  }
}
