import ContractModel

/// Writes the steps of a request as bars that follow each other.
///
/// The bars are SVG, because the page's policy allows no `style` attribute.
enum HTMLWaterfall {
  /// The width of the whole, in units of the picture.
  private static let width = 1_000.0

  /// Writes the bars, and the times as text: a square beside each has the colour of its bar.
  static func write(_ timings: Timings, to html: inout HTMLWriter) {
    let bars = bars(of: timings)
    html.element("div", " class=\"timings\"") { html in
      html.markup("<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
      for bar in bars { write(bar, to: &html) }
      html.markup("</svg> ")
      for (name, duration) in steps(of: timings) where duration > .zero {
        html.element("span") { html in
          html.markup("<svg class=\"key\" viewBox=\"0 0 10 10\" aria-hidden=\"true\">")
          write((name, 0, 10), to: &html)
          html.markup("</svg> ")
          html.markup(name)
          html.text(" \(duration.millisecondsText) ms")
        }
        html.markup(" ")
      }
      html.element("span", text: summary(of: timings))
    }
    html.markup("\n")
  }

  private static func summary(of timings: Timings) -> String {
    "first byte after \(timings.firstByte.millisecondsText) ms, "
      + "total \(timings.total.millisecondsText) ms"
  }

  private static func write(
    _ bar: (name: StaticString, start: Int, width: Int), to html: inout HTMLWriter
  ) {
    html.markup("<rect class=\"")
    html.markup(bar.name)
    html.markup("\" y=\"0\" height=\"10\" x=\"")
    html.number(bar.start)
    html.markup("\" width=\"")
    html.number(bar.width)
    html.markup("\"/>")
  }

  /// How long each step took by itself.
  private static func steps(of timings: Timings) -> [(name: StaticString, duration: Duration)] {
    let setUp = timings.dns + timings.connect + timings.tls
    let firstByte = max(timings.firstByte, setUp)
    return [
      ("dns", timings.dns), ("connect", timings.connect), ("tls", timings.tls),
      ("wait", firstByte - setUp), ("receive", timings.total - firstByte),
    ]
  }

  /// The bars that have a width, in their order; each starts where the one before ends.
  static func bars(of timings: Timings) -> [(name: StaticString, start: Int, width: Int)] {
    let total = timings.total.milliseconds
    guard total > 0 else { return [] }
    var bars: [(name: StaticString, start: Int, width: Int)] = []
    var start = 0
    var end = Duration.zero
    for (name, duration) in steps(of: timings) {
      end += duration
      let place = Int(min(max(end.milliseconds / total, 0), 1) * width)
      if place > start {
        bars.append((name, start, place - start))
        start = place
      }
    }
    return bars
  }
}
