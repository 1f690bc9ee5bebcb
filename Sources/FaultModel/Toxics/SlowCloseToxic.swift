/// Delays the end of the stream by `delay` milliseconds.
struct SlowCloseToxic: ToxicKind {
  static let type = "slow_close"
  static let attributes = [ToxicAttribute("delay")]

  private let delay: Int

  init(_ attributes: ToxicAttributes) { delay = attributes["delay"] }

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    var item = item
    if item.event == .end { item.time = item.time.later(byMilliseconds: delay) }
    output.append(item)
  }
}
