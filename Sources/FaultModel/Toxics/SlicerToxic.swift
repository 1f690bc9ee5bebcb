/// Cuts data into pieces of about `average_size` bytes, with `delay` microseconds after each.
struct SlicerToxic: ToxicKind {
  static let type = "slicer"
  static let attributes = [
    ToxicAttribute("average_size", minimum: 1, initial: 0), ToxicAttribute("size_variation"),
    ToxicAttribute("delay"),
  ]
  static let delaysFromArrival = false

  private let size: Int
  private let variation: Int
  private let delay: Int
  private var isFree: ToxicTime?

  init(_ attributes: ToxicAttributes) {
    size = max(1, attributes["average_size"])
    variation = attributes["size_variation"]
    delay = attributes["delay"]
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
      let deviation = variation == 0 ? 0 : Int.random(in: -variation...variation, using: &random)
      let count = min(rest, max(1, size + deviation))
      output.append(ToxicItem(event: .data(count), time: time))
      time = time.later(byNanoseconds: Int64(delay) * 1_000)
      rest -= count
    }
    isFree = time
  }
}
