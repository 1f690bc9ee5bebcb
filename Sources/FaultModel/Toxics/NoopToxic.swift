/// Does nothing.
struct NoopToxic: ToxicKind {
  static let type = "noop"

  init(_ attributes: ToxicAttributes) {}

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    output.append(item)
  }
}
