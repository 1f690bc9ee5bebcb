import ContractModel

/// Writes one result: a row that unfolds.
enum HTMLRow {
  private static let longestMessage = 1_000
  private static let longestCommand = 20_000

  /// Writes the row.
  ///
  /// - Parameters:
  ///   - timeline: the line of time of the run.
  ///   - isOpen: whether it is unfolded at first.
  static func write(
    _ result: InteractionResult, on timeline: HTMLTimeline, isOpen: Bool, to html: inout HTMLWriter
  ) {
    html.markup("<details class=\"row ")
    html.markup(result.status.name)
    html.markup("\" data-status=\"")
    html.markup(result.status.name)
    html.markup(isOpen ? "\" open=\"\">" : "\">")
    html.element("summary") { html in
      html.element("span", " class=\"status\"") { html in
        html.text("\(result.status.sign) ")
        html.markup(result.status.name)
      }
      html.markup(" ")
      html.element("span", " class=\"title\"") { writeTitle(of: result, to: &$0) }
      html.markup(" ")
      timeline.write(result, to: &html)
      html.element("span", " class=\"time\"", text: "\(result.duration.millisecondsText) ms")
    }
    html.markup("\n")
    writeFacts(of: result, to: &html)
    if let error = result.error {
      html.element("p", " class=\"error\"", text: error.capped(longestMessage))
      html.markup("\n")
    }
    for mismatch in result.mismatches { write(mismatch, to: &html) }
    for hint in Hint.all(on: result) {
      html.element("p", " class=\"hint\"", text: "Hint: \(hint)")
      html.markup("\n")
    }
    if let exchange = result.exchange {
      HTMLExchange.write(exchange, result.mismatches, to: &html)
    }
    if let timings = result.timings { HTMLWaterfall.write(timings, to: &html) }
    if let command = result.reproduce {
      html.element("pre", " class=\"command\"") { $0.code(command.capped(longestCommand)) }
      html.markup("\n")
    }
    html.markup("</details>\n")
  }

  private static func writeTitle(of result: InteractionResult, to html: inout HTMLWriter) {
    html.text(result.description)
    guard !result.providerStates.isEmpty else { return }
    html.markup(" ")
    let states = result.providerStates.joined(separator: ", ")
    html.element("span", " class=\"soft\"", text: "given \(states)")
  }

  private static func writeFacts(of result: InteractionResult, to html: inout HTMLWriter) {
    var facts: [(name: String, value: String)] = [("kind", result.kind)]
    if let key = result.key { facts.append(("key", key)) }
    if let location = result.location { facts.append(("contract", location.description)) }
    if let name = result.testName { facts.append(("test", name)) }
    if result.tries > 1 { facts.append(("tries", String(result.tries))) }
    facts += result.comments.map { ("comment", $0) }
    html.element("dl") { html in
      for (name, value) in facts {
        html.element("dt", text: name)
        html.element("dd", text: value)
      }
    }
    html.markup("\n")
  }

  private static func write(_ mismatch: Mismatch, to html: inout HTMLWriter) {
    html.element("section", " class=\"mismatch\"") { html in
      html.element("p") { html in
        html.element("b", text: mismatch.place)
        html.text(": \(mismatch.message.capped(longestMessage))")
        if let location = mismatch.location {
          html.markup(" ")
          html.element("span", " class=\"place\"", text: "at \(location)")
        }
      }
      html.markup("\n")
      HTMLDiff.write(mismatch, to: &html)
    }
    html.markup("\n")
  }
}

extension InteractionResult.Status {
  /// The status as a name in markup.
  var name: StaticString {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .pending: "pending"
    case .error: "error"
    case .skipped: "skipped"
    }
  }
}
