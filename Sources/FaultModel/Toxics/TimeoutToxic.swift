/// Throws all data away and closes the connection after `timeout` milliseconds; 0 never closes it.
struct TimeoutToxic: ToxicKind {
  static let type = "timeout"
  static let attributes = [ToxicAttribute("timeout")]
  static let closesWhenRemoved = true

  private let timeout: Int

  init(_ attributes: ToxicAttributes) { timeout = attributes["timeout"] }

  mutating func start(at now: ToxicTime) -> ToxicItem? {
    timeout == 0 ? nil : ToxicItem(event: .close, time: now.later(byMilliseconds: timeout))
  }

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    switch item.event {
    case .data(let count):
      output.append(ToxicItem(event: .discarded(count), time: item.time))
    case .end:
      // The close is still to come; an earlier end would give the time-out away.
      if timeout == 0 { output.append(item) }
    case .discarded, .close, .reset:
      output.append(item)
    }
  }
}
