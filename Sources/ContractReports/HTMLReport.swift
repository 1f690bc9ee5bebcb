public import ContractModel

/// What a verification gave, for a person with a browser: one page that needs nothing else.
///
/// Each interaction is a row that unfolds, with what is expected and what came side by side. The
/// script only filters: without it everything can be read. The page's policy allows its own script
/// and style by their hashes and nothing else, and no text from outside is ever markup.
public struct HTMLReport: Sendable {
  /// How many rows are unfolded at first.
  private static let mostOpen = 50

  private let result: VerificationResult

  /// Creates the report of a verification.
  public init(_ result: VerificationResult) { self.result = result }

  /// The page as UTF-8.
  public func bytes() -> [UInt8] {
    var html = HTMLWriter()
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n")
    writeHead(to: &html)
    html.element("body") { html in
      html.markup("\n")
      writeHeader(to: &html)
      Self.writeFilters(to: &html)
      html.element("main") { writeContracts(to: &$0) }
      html.markup("\n<script>")
      html.markup(HTMLScript.text)
      html.markup("</script>\n")
    }
    html.markup("\n</html>\n")
    return html.bytes
  }

  private func writeHead(to html: inout HTMLWriter) {
    html.markup(
      """
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-
      """)
    html.markup(HTMLScript.hash)
    html.markup("'; style-src 'sha256-")
    html.markup(HTMLStyle.hash)
    html.markup(
      """
      '; base-uri 'none'; form-action 'none'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>

      """)
    html.element("title", text: "Contracts of \(result.provider.name)")
    html.markup("\n<style>")
    html.markup(HTMLStyle.text)
    html.markup("</style>\n</head>\n")
  }

  private func writeHeader(to html: inout HTMLWriter) {
    let provider = result.provider
    var facts = ["\(Timestamp(secondsSince1970: result.startedAt))Z", "seed \(result.seed)"]
    if let version = provider.version { facts.append("version \(version)") }
    if let branch = provider.branch { facts.append("branch \(branch)") }
    html.element("header") { html in
      html.element("h1", text: "Contracts of \(provider.name)")
      html.markup("\n")
      html.element("p", text: "\(result.summary.text) in \(result.duration.readableText)")
      html.markup("\n")
      html.element("p", " class=\"soft\"", text: facts.joined(separator: ", "))
      for warning in result.warnings {
        html.element("p", " class=\"warning\"", text: "warning: \(warning)")
      }
    }
    html.markup("\n")
  }

  /// Writes the filters, which the script shows: without it they would do nothing.
  private static func writeFilters(to html: inout HTMLWriter) {
    html.markup("<form id=\"filters\" hidden=\"\">\n")
    for status in InteractionResult.Status.allCases {
      html.markup("<label><input type=\"checkbox\" checked=\"\" value=\"")
      html.markup(status.name)
      html.markup("\"/> ")
      html.markup(status.name)
      html.markup("</label>\n")
    }
    html.markup(
      """
      <input id="search" type="search" aria-label="Filter by words" placeholder="Filter by words (/)"/>
      <output id="shown" aria-live="polite"></output>
      </form>

      """)
  }

  private func writeContracts(to html: inout HTMLWriter) {
    var open = 0
    for group in ContractGroup.groups(of: result.results) {
      html.markup("\n<section class=\"contract\">\n")
      html.element("h2", text: "\(group.consumer) → \(group.provider)")
      html.markup("\n")
      for index in group.indices {
        let isOpen = result.results[index].status != .passed && open < Self.mostOpen
        if isOpen { open += 1 }
        HTMLRow.write(result.results[index], isOpen: isOpen, to: &html)
      }
      html.markup("</section>")
    }
  }
}
