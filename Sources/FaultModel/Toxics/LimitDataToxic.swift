/// Closes the connection when `bytes` bytes have gone through.
struct LimitDataToxic: ToxicKind {
  static let type = "limit_data"
  static let attributes = [ToxicAttribute("bytes")]

  private var rest: Int
  private var hasClosed = false

  init(_ attributes: ToxicAttributes) { rest = attributes["bytes"] }

  mutating func take(
    _ item: ToxicItem, _ random: inout SeededGenerator, into output: inout [ToxicItem]
  ) {
    guard case .data(let count) = item.event else {
      output.append(item)
      return
    }
    let passed = min(count, rest)
    rest -= passed
    if passed > 0 { output.append(ToxicItem(event: .data(passed), time: item.time)) }
    if rest == 0, !hasClosed {
      hasClosed = true
      output.append(ToxicItem(event: .close, time: item.time))
    }
    if passed < count {
      output.append(ToxicItem(event: .discarded(count - passed), time: item.time))
    }
  }
}
