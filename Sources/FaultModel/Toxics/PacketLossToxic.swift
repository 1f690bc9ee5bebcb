/// Stalls as TCP does when packets are lost: every byte arrives in order, but some of it late.
///
/// Data is cut into packets of 1,460 bytes. One in `loss_rate` is lost, with `correlation` more when
/// the one before it was, and is sent again after `delay` milliseconds (0 means 200, the least that
/// Linux waits), after twice that when it is lost again, and so on. What is behind it waits.
struct PacketLossToxic: ToxicKind {
  static let type = "packet_loss"
  static let attributes = [
    ToxicAttribute(fraction: "loss_rate"), ToxicAttribute(fraction: "correlation"),
    ToxicAttribute("delay"),
  ]

  private static let packet = 1_460
  /// How often a packet is sent again at most: with a rate of 1 nothing would ever arrive.
  private static let attempts = 6

  private let rate: Double
  private let correlation: Double
  private let delay: Int
  private var wasLost = false
  private var isFree: ToxicTime?

  init(_ attributes: ToxicAttributes) {
    rate = attributes[fraction: "loss_rate"]
    correlation = attributes[fraction: "correlation"]
    delay = attributes["delay"] == 0 ? 200 : attributes["delay"]
  }

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    var time = max(item.time, isFree ?? item.time)
    guard case .data(var rest) = item.event else {
      output.append(ToxicItem(event: item.event, time: time))
      return
    }
    while rest > 0 {
      let count = min(rest, Self.packet)
      time = arrival(sentAt: time, &random)
      output.append(ToxicItem(event: .data(count), time: time))
      rest -= count
    }
    isFree = time
  }

  private mutating func arrival(
    sentAt time: ToxicTime, _ random: inout SeededGenerator
  ) -> ToxicTime {
    var time = time
    var wait = delay
    for _ in 0..<Self.attempts {
      wasLost = random.unit() < (wasLost ? rate + correlation : rate)
      guard wasLost else { return time }
      time = time.later(byMilliseconds: wait)
      wait *= 2
    }
    return time
  }
}
