/// Delays everything by `latency` milliseconds, give or take `jitter`.
struct LatencyToxic: ToxicKind {
  static let type = "latency"
  static let attributes = [ToxicAttribute("latency"), ToxicAttribute("jitter")]

  private let latency: Int
  private let jitter: Int

  init(_ attributes: ToxicAttributes) {
    latency = attributes["latency"]
    jitter = attributes["jitter"]
  }

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    let deviation = jitter == 0 ? 0 : Int.random(in: -jitter...jitter, using: &random)
    output.append(
      ToxicItem(
        event: item.event, time: item.time.later(byMilliseconds: max(0, latency + deviation))))
  }
}
