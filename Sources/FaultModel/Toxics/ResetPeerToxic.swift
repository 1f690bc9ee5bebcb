/// Throws data away and resets the connection `timeout` milliseconds after the first of it.
struct ResetPeerToxic: ToxicKind {
  static let type = "reset_peer"
  static let attributes = [ToxicAttribute("timeout")]

  private let timeout: Int
  private var hasReset = false

  init(_ attributes: ToxicAttributes) { timeout = attributes["timeout"] }

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    if item.bytes > 0 {
      output.append(ToxicItem(event: .discarded(item.bytes), time: item.time))
    }
    guard !hasReset else { return }
    hasReset = true
    output.append(ToxicItem(event: .reset, time: item.time.later(byMilliseconds: timeout)))
  }
}
