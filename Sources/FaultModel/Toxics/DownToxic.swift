/// Refuses connections: new ones are reset before the server hears of them, open ones at once.
struct DownToxic: ToxicKind {
  static let type = "down"
  static let refusesConnections = true

  init(_ attributes: ToxicAttributes) {}

  mutating func start(at now: ToxicTime) -> ToxicItem? { ToxicItem(event: .reset, time: now) }

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    if item.bytes > 0 { output.append(ToxicItem(event: .discarded(item.bytes), time: item.time)) }
  }
}
