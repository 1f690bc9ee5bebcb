/// Finds a longest common subsequence of two sequences in linear space, by Hirschberg's method.
///
/// The cost is the product of the lengths, so that a caller has to bound them.
struct CommonLines {
  private let left: [Int]
  private let right: [Int]
  private var pairs: [(left: Int, right: Int)] = []

  /// The places of the elements that belong together, in order.
  static func pairs(_ left: [Int], _ right: [Int]) -> [(left: Int, right: Int)] {
    var search = CommonLines(left: left, right: right)
    search.match(left.indices, right.indices)
    return search.pairs
  }

  private init(left: [Int], right: [Int]) {
    self.left = left
    self.right = right
  }

  /// Halves the left range until one element is left: as deep as its length has binary digits.
  private mutating func match(_ lefts: Range<Int>, _ rights: Range<Int>) {
    guard let first = lefts.first, !rights.isEmpty else { return }
    if lefts.count == 1 {
      if let place = right[rights].firstIndex(of: left[first]) { pairs.append((first, place)) }
      return
    }
    let middle = lefts.lowerBound + lefts.count / 2
    let split = split(lefts.lowerBound..<middle, middle..<lefts.upperBound, rights)
    match(lefts.lowerBound..<middle, rights.lowerBound..<split)
    match(middle..<lefts.upperBound, split..<rights.upperBound)
  }

  /// Where the right range is to be split, so that its parts have the most in common with the left.
  private func split(_ upper: Range<Int>, _ lower: Range<Int>, _ rights: Range<Int>) -> Int {
    let above = Self.lengths(left[upper], right[rights])
    let below = Self.lengths(left[lower].reversed(), right[rights].reversed())
    var best = (length: -1, place: rights.lowerBound)
    for (offset, (start, end)) in zip(above, below.reversed()).enumerated()
    where start + end > best.length {
      best = (start + end, rights.lowerBound + offset)
    }
    return best.place
  }

  /// How much the left elements have in common with each start of the right ones.
  private static func lengths(
    _ left: some Sequence<Int>, _ right: some Collection<Int>
  ) -> [Int] {
    let right = Array(right)
    var lengths = [Int](repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for place in right.indices {
        let above = lengths[place + 1]
        lengths[place + 1] =
          element == right[place] ? diagonal + 1 : max(above, lengths[place])
        diagonal = above
      }
    }
    return lengths
  }
}
