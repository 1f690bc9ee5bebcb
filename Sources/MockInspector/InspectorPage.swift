package import ContractReports

/// One page of the inspector: what is around its content.
///
/// All links are relative, so that the pages of a session lead to its own.
package struct InspectorPage: Sendable {
  /// The parts of the inspector.
  package enum Section: Sendable, CaseIterable {
    case requests, stubs, scenarios, faults, sessions

    /// The path behind `/__admin/ui`.
    var path: StaticString {
      switch self {
      case .requests: ""
      case .stubs: "/stubs"
      case .scenarios: "/scenarios"
      case .faults: "/faults"
      case .sessions: "/sessions"
      }
    }

    var title: StaticString {
      switch self {
      case .requests: "Requests"
      case .stubs: "Stubs and interactions"
      case .scenarios: "Scenarios"
      case .faults: "Faults"
      case .sessions: "Sessions"
      }
    }
  }

  /// The part that the page belongs to.
  package var section: Section
  /// The heading.
  package var title: String
  /// How many parts the path has behind `/__admin`, of which each relative link goes back all but one.
  package var depth: Int
  /// The session whose page it is; `nil` for the mock itself.
  package var session: String?
  /// Whether the page shows what happens by itself.
  package var isLive = true

  /// Creates a page.
  package init(_ section: Section, title: String? = nil, depth: Int, session: String? = nil) {
    self.section = section
    self.title = title ?? "\(section.title)"
    self.depth = depth
    self.session = session
  }

  /// What a browser may do with the pages: load the mock's own style and script, and ask it again.
  package static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
    + "form-action 'none'; frame-ancestors 'none'"

  /// Writes the start of a link to a page, up to the part of its path behind `/__admin/`.
  package func up(_ writer: inout HTMLWriter) {
    for _ in 1..<max(depth, 1) { writer.markup("../") }
  }

  /// The page with its content.
  package func html(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
    var writer = HTMLWriter()
    writer.markup("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
    writer.markup(
      "<link rel=\"icon\" href=\"data:,\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
    )
    writer.element("title") { writer in
      writer.text("\(title) · Counterpart")
    }
    writer.markup("<link rel=\"stylesheet\" href=\"")
    up(&writer)
    writer.markup("ui/style.css\"/><script defer=\"defer\" src=\"")
    up(&writer)
    writer.markup("ui/script.js\"></script></head><body>")
    writer.markup("<a class=\"skip\" href=\"#content\">Skip to the content</a>")
    header(&writer)
    writer.element(
      "main",
      isLive
        ? " id=\"content\" tabindex=\"-1\" data-live=\"yes\"" : " id=\"content\" tabindex=\"-1\""
    ) { writer in
      writer.element("h1", text: title)
      content(&writer)
    }
    writer.markup("</body></html>\n")
    return writer.bytes
  }

  private func header(_ writer: inout HTMLWriter) {
    writer.element("header") { writer in
      writer.element("p", " class=\"name\"") { writer in
        writer.text("Counterpart mock")
        if let session { writer.text(" · session \(session)") }
      }
      writer.element("nav", " aria-label=\"Parts\"") { writer in
        for section in Section.allCases where session == nil || section != .sessions {
          writer.markup("<a href=\"")
          up(&writer)
          writer.markup("ui")
          writer.markup(section.path)
          writer.markup(section == self.section ? "\" aria-current=\"page\">" : "\">")
          writer.markup(section.title)
          writer.markup("</a> ")
        }
      }
      guard isLive else { return }
      writer.markup("<button id=\"pause\" type=\"button\" hidden=\"hidden\">Pause</button>")
      writer.markup("<span id=\"state\" role=\"status\"></span>")
    }
  }
}
