/// Walks over several ordered lists of stubs in the order of their ranks.
struct StubCandidates {
  private let lists: [[StubIndex.Entry]]
  private var places: [Int]
  private let priorities: ClosedRange<Int>

  /// Starts at the first stub with one of the priorities.
  init(_ lists: [[StubIndex.Entry]], priorities: ClosedRange<Int>) {
    self.lists = lists
    self.priorities = priorities
    places = lists.map { list in
      var (low, high) = (0, list.count)
      while low < high {
        let middle = (low + high) / 2
        if list[middle].rank.priority < priorities.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
  }

  /// The slot of the next stub.
  mutating func next() -> Int? {
    var best = -1
    for (number, list) in lists.enumerated() where places[number] < list.count {
      let rank = list[places[number]].rank
      guard rank.priority <= priorities.upperBound else { continue }
      if best < 0 || rank < lists[best][places[best]].rank { best = number }
    }
    guard best >= 0 else { return nil }
    defer { places[best] += 1 }
    return Int(lists[best][places[best]].slot)
  }
}
