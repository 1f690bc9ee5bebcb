import ContractModel

/// Writes the filters, which the script shows: without it they would do nothing.
enum HTMLFilters {
  /// Writes the filters that can choose anything in this result.
  static func write(
    _ result: VerificationResult, _ groups: [ContractGroup], to html: inout HTMLWriter
  ) {
    html.markup(
      "<form id=\"filters\" hidden=\"\" role=\"search\" aria-label=\"Filter interactions\">\n")
    writeStatuses(result.summary, to: &html)
    if groups.count > 1 { writeContracts(groups, to: &html) }
    html.markup(
      """
      <input id="search" type="search" aria-label="Filter by words" aria-keyshortcuts="/" \
      placeholder="Filter by words (/)"/>
      <span class="buttons">
      <button type="button" id="next" aria-keyshortcuts="n">Next problem (n)</button>
      <button type="button" id="unfold">Unfold all</button>
      <button type="button" id="fold">Fold all</button>
      </span>
      <output id="shown" aria-live="polite"></output>
      </form>

      """)
  }

  private static func writeStatuses(
    _ summary: VerificationResult.Summary, to html: inout HTMLWriter
  ) {
    html.markup("<fieldset><legend>Status</legend>\n")
    for (status, count) in summary.counts where count > 0 {
      html.markup("<label class=\"")
      html.markup(status.name)
      html.markup("\"><input type=\"checkbox\" checked=\"\" value=\"")
      html.markup(status.name)
      html.markup("\"/> ")
      html.element("span", " class=\"status\"") { html in
        html.text("\(status.sign) ")
        html.markup(status.name)
      }
      html.markup(" ")
      html.number(count)
      html.markup("</label>\n")
    }
    html.markup("</fieldset>\n")
  }

  private static func writeContracts(_ groups: [ContractGroup], to html: inout HTMLWriter) {
    html.markup("<select id=\"contract\" aria-label=\"Contract\">\n")
    html.markup("<option value=\"\">All contracts</option>\n")
    for (index, group) in groups.enumerated() {
      html.markup("<option value=\"")
      html.number(index)
      html.markup("\">")
      html.text("\(group.consumer) → \(group.provider)".capped(100))
      html.markup("</option>\n")
    }
    html.markup("</select>\n")
  }
}
