import ContractModel

/// Writes the steps of a request as bars that follow each other.
///
/// The bars are SVG, because the page's policy allows no `style` attribute.
enum HTMLWaterfall {
  /// The width of the whole, in units of the picture.
  private static let width = 1_000.0

  /// Writes the bars, and the times as text.
  static func write(_ timings: Timings, to html: inout HTMLWriter) {
    let text =
      "dns \(timings.dns.millisecondsText) ms, connect \(timings.connect.millisecondsText) ms, "
      + "tls \(timings.tls.millisecondsText) ms, first byte after "
      + "\(timings.firstByte.millisecondsText) ms, total \(timings.total.millisecondsText) ms"
    html.element("div", " class=\"timings\"") { html in
      html.markup("<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
      for bar in bars(of: timings) {
        html.markup("<rect class=\"")
        html.markup(bar.name)
        html.markup("\" y=\"0\" height=\"10\" x=\"")
        html.number(bar.start)
        html.markup("\" width=\"")
        html.number(bar.width)
        html.markup("\"/>")
      }
      html.markup("</svg> ")
      html.element("span", text: text)
    }
    html.markup("\n")
  }

  /// The bars that have a width, in their order; each starts where the one before ends.
  static func bars(of timings: Timings) -> [(name: StaticString, start: Int, width: Int)] {
    let total = timings.total.milliseconds
    guard total > 0 else { return [] }
    let setUp = timings.dns + timings.connect + timings.tls
    let steps: [(name: StaticString, end: Duration)] = [
      ("dns", timings.dns), ("connect", timings.dns + timings.connect), ("tls", setUp),
      ("wait", max(timings.firstByte, setUp)), ("receive", timings.total),
    ]
    var bars: [(name: StaticString, start: Int, width: Int)] = []
    var start = 0
    for (name, end) in steps {
      let place = Int(min(max(end.milliseconds / total, 0), 1) * width)
      if place > start {
        bars.append((name, start, place - start))
        start = place
      }
    }
    return bars
  }
}
