import ContractModel

/// Draws when each interaction ran, and how long, on one line of time for the whole run.
///
/// The bars are SVG, because the page's policy allows no `style` attribute.
struct HTMLTimeline {
  /// The width of the whole, in units of the picture.
  private static let width = 1_000.0
  /// A bar is never so thin that nobody sees it.
  private static let thinnest = 8

  /// When the last interaction ended, in milliseconds after the start.
  private let end: Double

  /// Prepares the line of time for some results.
  init(_ results: [InteractionResult]) {
    end = results.reduce(0) { end, result in
      max(end, result.startedAfter.map { ($0 + result.duration).milliseconds } ?? 0)
    }
  }

  /// Where the bar of a result starts and how wide it is, or `nil` when the result has no start.
  func bar(of result: InteractionResult) -> (start: Int, width: Int)? {
    guard end > 0, let started = result.startedAfter else { return nil }
    func place(_ duration: Duration) -> Int {
      Int(min(max(duration.milliseconds / end, 0), 1) * Self.width)
    }
    let start = min(place(started), Int(Self.width) - Self.thinnest)
    return (start, max(place(started + result.duration) - start, Self.thinnest))
  }

  /// Writes the bar of a result; a title tells a mouse what the text of the row tells anyone.
  func write(_ result: InteractionResult, to html: inout HTMLWriter) {
    guard let bar = bar(of: result) else { return }
    html.markup("<svg class=\"span\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\"")
    html.markup(" aria-hidden=\"true\"><rect y=\"0\" height=\"10\" x=\"")
    html.number(bar.start)
    html.markup("\" width=\"")
    html.number(bar.width)
    html.markup("\"/></svg> ")
  }
}
