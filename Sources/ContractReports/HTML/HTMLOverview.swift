import ContractModel

/// Writes the top of the page: what was verified, how it ended, and what to know about it.
enum HTMLOverview {
  /// The width of the bar of counts, in units of the picture.
  private static let width = 1_000

  /// Writes the header of the page.
  static func write(_ result: VerificationResult, to html: inout HTMLWriter) {
    html.element("header") { html in
      html.element("h1", text: "Contracts of \(result.provider.name)")
      html.markup("\n")
      html.element("p", " class=\"summary\"") { html in
        let isGood = result.summary.failed == 0 && result.summary.errors == 0
        html.element("b", text: isGood ? "✓" : "✗")
        html.text(" \(result.summary.text) in \(result.duration.readableText)")
      }
      html.markup("\n")
      writeBar(result.summary, to: &html)
      html.element("p", " class=\"soft\"", text: facts(of: result).joined(separator: ", "))
      for warning in result.warnings {
        html.markup("\n")
        html.element("p", " class=\"warning\"", text: "warning: \(warning)")
      }
    }
    html.markup("\n")
  }

  private static func facts(of result: VerificationResult) -> [String] {
    var facts = ["\(Timestamp(secondsSince1970: result.startedAt))Z", "seed \(result.seed)"]
    if let version = result.provider.version { facts.append("version \(version)") }
    if let branch = result.provider.branch { facts.append("branch \(branch)") }
    return facts
  }

  /// Writes how many ended in which way as parts of one bar; the text above says the same.
  private static func writeBar(
    _ summary: VerificationResult.Summary, to html: inout HTMLWriter
  ) {
    guard summary.total > 0 else { return }
    html.markup("<svg class=\"share\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\"")
    html.markup(" aria-hidden=\"true\">")
    var count = 0
    for (status, part) in summary.counts where part > 0 {
      let start = count * width / summary.total
      count += part
      html.markup("<rect class=\"")
      html.markup(status.name)
      html.markup("\" y=\"0\" height=\"10\" x=\"")
      html.number(start)
      html.markup("\" width=\"")
      html.number(max(count * width / summary.total - start, 1))
      html.markup("\"/>")
    }
    html.markup("</svg>\n")
  }
}
