/// Finds the place where lines that only one side has are read best.
///
/// Among equal neighbours an insertion has several places: `2 } {` between `{` and `}` is the same
/// as `{ 2 }`. The best starts least indented, and with no closing bracket or tag.
struct LineSlide {
  /// The lines of the side that has them.
  let lines: [String]
  /// The numbers of these lines; see ``LineKeys``.
  let keys: [Int]

  /// How many lines the range is to be moved up.
  ///
  /// - Parameter limit: how many lines before the range both sides have.
  func distance(_ range: Range<Int>, limit: Int) -> Int {
    var best = (cost: cost(range.lowerBound), distance: 0)
    var distance = 0
    while distance < limit, range.lowerBound > distance,
      keys[range.lowerBound - distance - 1] == keys[range.upperBound - distance - 1]
    {
      distance += 1
      let cost = cost(range.lowerBound - distance)
      if cost < best.cost { best = (cost, distance) }
    }
    return best.distance
  }

  private func cost(_ place: Int) -> Int {
    let indentation = lines[place].utf8.prefix { $0 == 0x20 }.count
    return 2 * indentation + (Layout.isClosing(lines[place]) ? 1 : 0)
  }
}
