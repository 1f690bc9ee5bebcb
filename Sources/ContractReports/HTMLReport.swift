public import ContractModel

/// What a verification gave, for a person with a browser: one page that needs nothing else.
///
/// Each interaction is a row that unfolds, with what is expected and what came side by side, the
/// request beside its response, and the time it took on the line of the whole run. The script
/// filters and moves the focus: without it everything can be read. The page's policy allows its own
/// script and style by their hashes and nothing else, and no text from outside is ever markup.
public struct HTMLReport: Sendable {
  /// How many rows are unfolded at first.
  private static let mostOpen = 50
  /// How many rows the browser lays out at once, when they come near to what is seen.
  private static let chunkSize = 20

  private let result: VerificationResult

  /// Creates the report of a verification.
  public init(_ result: VerificationResult) { self.result = result }

  /// The page as UTF-8.
  public func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return bytes
  }

  /// Writes the page piece by piece.
  ///
  /// - Parameter sink: takes the next bytes.
  package func write(to sink: ([UInt8]) -> Void) {
    let groups = ContractGroup.groups(of: result.results)
    var html = HTMLWriter()
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n")
    writeHead(to: &html)
    html.element("body") { html in
      html.markup("\n")
      HTMLOverview.write(result, to: &html)
      HTMLFilters.write(result, groups, to: &html)
      html.element("main") { writeContracts(groups, to: &$0, sink) }
      writeProviderOutput(to: &html)
      html.markup("\n<script>")
      html.markup(HTMLScript.text)
      html.markup("</script>\n")
    }
    html.markup("\n</html>\n")
    sink(html.bytes)
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

  /// Writes what the provider wrote, folded.
  private func writeProviderOutput(to html: inout HTMLWriter) {
    guard let written = result.providerOutput else { return }
    for (title, text) in [
      ("Standard output of the provider", written.output),
      ("Standard error of the provider", written.errors),
    ] where !text.isEmpty {
      html.markup("\n")
      html.element("details", " class=\"output\"") { html in
        html.element("summary", text: title)
        html.element("pre") { $0.code(text) }
      }
    }
  }

  private func writeContracts(
    _ groups: [ContractGroup], to html: inout HTMLWriter, _ sink: ([UInt8]) -> Void
  ) {
    let timeline = HTMLTimeline(result.results)
    var open = 0
    for group in groups {
      html.markup("\n<section class=\"contract\">\n")
      html.element("h2", text: "\(group.consumer) → \(group.provider)")
      html.markup("\n")
      for start in stride(from: 0, to: group.indices.count, by: Self.chunkSize) {
        html.markup("<div class=\"chunk\">\n")
        for index in group.indices[start...].prefix(Self.chunkSize) {
          let isOpen = result.results[index].status != .passed && open < Self.mostOpen
          if isOpen { open += 1 }
          HTMLRow.write(result.results[index], on: timeline, isOpen: isOpen, to: &html)
        }
        html.markup("</div>\n")
        html.drain(to: sink)
      }
      html.markup("</section>")
    }
  }
}
