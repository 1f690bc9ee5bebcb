/// Lets at most `rate` kilobytes (of 1,000 bytes) through in a second.
struct BandwidthToxic: ToxicKind {
  static let type = "bandwidth"
  static let attributes = [ToxicAttribute("rate", minimum: 1, initial: 0)]
  static let delaysFromArrival = false

  /// The length of a slice, which leaves at once when its time is over.
  private static let sliceMilliseconds = 5
  /// Into how many slices what came together is cut at most: where it takes minutes, a slice of a
  /// thousandth is fine enough, and the memory for what waits stays small.
  private static let slices = 1_024

  private let rate: Int
  private var isFree: ToxicTime?

  init(_ attributes: ToxicAttributes) { rate = max(1, attributes["rate"]) }

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    var time = max(item.time, isFree ?? item.time)
    guard case .data(var rest) = item.event else {
      output.append(ToxicItem(event: item.event, time: time))
      return
    }
    let slice = max(rate * Self.sliceMilliseconds, rest / Self.slices)
    while rest > 0 {
      let count = min(rest, slice)
      // Bytes per millisecond are what kilobytes per second are; rounded up, so as never to be early.
      time = time.later(byNanoseconds: Int64((count * 1_000_000 + rate - 1) / rate))
      output.append(ToxicItem(event: .data(count), time: time))
      rest -= count
    }
    isFree = time
  }
}
