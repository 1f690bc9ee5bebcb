/// The data flow as a picture that needs nothing else, for light and dark pages.
package struct SummarySVG {
  private static let width = 200
  private static let height = 44
  private static let gap = 150
  private static let lead = 40
  private static let margin = 30
  private static let longestName = 24

  private let flows: [SummaryFlow]
  private let layout: SummaryLayout

  /// Creates the picture of a summary.
  package init(_ summary: IntegrationSummary) {
    flows = SummaryFlow.all(summary)
    layout = SummaryLayout(flows)
  }

  /// The picture as an SVG file, with a line end at the end.
  package func bytes() -> [UInt8] {
    var svg = HTMLWriter()
    write(to: &svg)
    return svg.bytes + [UInt8(ascii: "\n")]
  }

  /// Writes the picture into a page.
  func write(to svg: inout HTMLWriter) {
    let size = (
      x: 2 * Self.margin + max(1, layout.columns) * (Self.width + Self.gap) - Self.gap / 2,
      y: 2 * Self.margin + max(1, layout.rows) * (Self.height + Self.lead)
    )
    svg.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
    svg.number(size.x)
    svg.markup(" ")
    svg.number(size.y)
    svg.markup("\" width=\"")
    svg.number(size.x)
    svg.markup("\" height=\"")
    svg.number(size.y)
    svg.markup("\">")
    svg.element("title", text: "Data flow between services")
    svg.markup(Self.style)
    for flow in flows { write(flow, to: &svg) }
    for name in SummaryFlow.services(flows) { write(name, to: &svg) }
    svg.markup("</svg>")
  }

  private static let style: StaticString = """
    <style>
    .service { fill: #f5f6f8; stroke: #5c6570; }
    .flow { fill: none; stroke: #5c6570; stroke-width: 1.5; marker-end: url(#arrow); }
    .broken { stroke: #b3261e; }
    .messages { stroke-dasharray: 5 4; }
    .name, .label { fill: #1c1e21; font-family: system-ui, sans-serif; text-anchor: middle; }
    .name { font-size: 14px; }
    .label { font-size: 12px; paint-order: stroke; stroke: #ffffff; stroke-width: 4px; }
    @media (prefers-color-scheme: dark) {
      .service { fill: #1e2125; stroke: #9aa3ad; }
      .flow { stroke: #9aa3ad; }
      .broken { stroke: #ff8a80; }
      .name, .label { fill: #e4e6e9; }
      .label { stroke: #15171a; }
    }
    </style><defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" \
    markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#7a838d"/></marker></defs>
    """

  /// The upper left corner of a service.
  private func corner(_ name: String) -> (x: Int, y: Int) {
    corner(layout.places[name] ?? (0, 0))
  }

  private func corner(_ place: (column: Int, row: Int)) -> (x: Int, y: Int) {
    (
      Self.margin + place.column * (Self.width + Self.gap),
      Self.margin + place.row * (Self.height + Self.lead)
    )
  }

  private func write(_ name: String, to svg: inout HTMLWriter) {
    let corner = corner(name)
    svg.markup("<g><title>")
    svg.text(name)
    svg.markup("</title><rect class=\"service\" rx=\"6\" x=\"")
    svg.number(corner.x)
    svg.markup("\" y=\"")
    svg.number(corner.y)
    svg.markup("\" width=\"")
    svg.number(Self.width)
    svg.markup("\" height=\"")
    svg.number(Self.height)
    svg.markup("\"/>")
    let visible = name.visible
    let isShort = visible.count <= Self.longestName
    label(
      isShort ? visible : visible.prefix(Self.longestName - 1) + "…", "name",
      (corner.x + Self.width / 2, corner.y + Self.height / 2 + 5), to: &svg)
    svg.markup("</g>")
  }

  private func write(_ flow: SummaryFlow, to svg: inout HTMLWriter) {
    let (source, target) = (corner(flow.source), corner(flow.target))
    let isForward = source.x < target.x
    // Flows back leave and arrive below the middle, so that they do not cover those forth.
    let shift = Self.height / 2 + (isForward ? -6 : 10)
    var points: [(x: Int, y: Int)] = [(source.x + (isForward ? Self.width : 0), source.y + shift)]
    for place in layout.way(from: flow.source, to: flow.target) {
      let between = corner(place)
      let ends = [between.x, between.x + Self.width]
      points += (isForward ? ends : ends.reversed()).map { ($0, between.y + shift) }
    }
    points.append((target.x + (isForward ? 0 : Self.width), target.y + shift))
    svg.markup("<path class=\"flow")
    if flow.isBroken { svg.markup(" broken") }
    if flow.isMessages { svg.markup(" messages") }
    svg.markup("\" d=\"")
    let middle =
      source.x == target.x
      ? loop(flow, points, to: &svg) : way(points, isForward: isForward, to: &svg)
    svg.markup("\"/>")
    label(flow.label, "label", middle, to: &svg)
  }

  /// Writes a way from column to column, and returns where its label stands.
  private func way(
    _ points: [(x: Int, y: Int)], isForward: Bool, to svg: inout HTMLWriter
  ) -> (x: Int, y: Int) {
    let bend = isForward ? Self.gap / 2 : -Self.gap / 2
    svg.markup("M")
    write(points[0], to: &svg)
    for index in points.indices.dropFirst() {
      let (start, end) = (points[index - 1], points[index])
      svg.markup(index % 2 == 1 ? "C" : "L")
      if index % 2 == 1 {
        write((start.x + bend, start.y), to: &svg)
        write((end.x - bend, end.y), to: &svg)
      }
      write(end, to: &svg)
    }
    let lift = isForward ? -6 : 14
    return ((points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2 + lift)
  }

  /// Writes a way within a column, out on the right and back, and returns where its label stands.
  private func loop(
    _ flow: SummaryFlow, _ points: [(x: Int, y: Int)], to svg: inout HTMLWriter
  ) -> (x: Int, y: Int) {
    let x = points[points.count - 1].x
    let isSelf = flow.source == flow.target
    let (start, end) = (points[0].y, points[points.count - 1].y - (isSelf ? Self.height / 2 : 0))
    svg.markup("M")
    write((x, start), to: &svg)
    svg.markup("C")
    for point in [(x + Self.gap / 2, start), (x + Self.gap / 2, end), (x, end)] {
      write(point, to: &svg)
    }
    return (x + Self.gap / 2, (start + end) / 2 + 4)
  }

  private func write(_ point: (x: Int, y: Int), to svg: inout HTMLWriter) {
    svg.number(point.x)
    svg.markup(" ")
    svg.number(point.y)
    svg.markup(" ")
  }

  private func label(
    _ text: String, _ kind: StaticString, _ place: (x: Int, y: Int), to svg: inout HTMLWriter
  ) {
    svg.markup("<text class=\"")
    svg.markup(kind)
    svg.markup("\" x=\"")
    svg.number(place.x)
    svg.markup("\" y=\"")
    svg.number(place.y)
    svg.markup("\">")
    svg.text(text)
    svg.markup("</text>")
  }
}
