/// Finds out whether things can be paired one to one.
package enum Pairing {
  /// Whether every expected thing has an actual one of its own that fits.
  ///
  /// Each pair is looked at once at most, and pairs are changed along augmenting paths: the answer does
  /// not depend on the order.
  ///
  /// - Parameters:
  ///   - expected: how many are expected.
  ///   - actual: how many there are.
  ///   - fits: whether an expected and an actual one fit, by their places.
  package static func isPossible(
    expected: Int, actual: Int, fits: (Int, Int) -> Bool
  ) -> Bool {
    guard expected <= actual else { return false }
    var known: [Int: Bool] = [:]
    var partner = [Int](repeating: -1, count: actual)
    for first in 0..<expected {
      // A search breadth first, so that no pairing is too large for the stack.
      var cameFrom = [Int](repeating: -2, count: actual)
      var queue = [first]
      var found = -1
      search: while let place = queue.popLast() {
        for other in 0..<actual where cameFrom[other] == -2 {
          let key = place * actual + other
          let isFit = known[key] ?? fits(place, other)
          known[key] = isFit
          guard isFit else { continue }
          cameFrom[other] = place
          if partner[other] < 0 {
            found = other
            break search
          }
          queue.append(partner[other])
        }
      }
      guard found >= 0 else { return false }
      // Every expected one on the path takes the one that it was found by.
      var free = found
      while true {
        let place = cameFrom[free]
        let before = partner.firstIndex(of: place) ?? -1
        partner[free] = place
        if place == first { break }
        free = before
      }
    }
    return true
  }
}
