/// Pairs the elements of two lists so that as many as possible have a partner that fits.
///
/// Lists in nearly the same order cost one trial an element; else partners are exchanged along
/// augmenting paths.
struct ElementPairing {
  private let elements: Int
  private var exampleOf: [Int?]
  private let examples: Int

  init(examples: Int, elements: Int) {
    self.examples = examples
    self.elements = elements
    exampleOf = Array(repeating: nil, count: elements)
  }

  /// The examples for which no partner is left, in order.
  ///
  /// - Parameter fits: whether an example and an element fit together.
  mutating func unpaired(_ fits: (Int, Int) -> Bool) -> [Int] {
    var known = Array(repeating: nil as [Int]?, count: examples)
    var unpaired: [Int] = []
    for example in 0..<examples {
      if example < elements, exampleOf[example] == nil, fits(example, example) {
        exampleOf[example] = example
        continue
      }
      if !pair(example, &known, fits) { unpaired.append(example) }
    }
    return unpaired
  }

  /// Looks for a partner by breadth, moving partners of others along.
  private mutating func pair(
    _ example: Int, _ known: inout [[Int]?], _ fits: (Int, Int) -> Bool
  ) -> Bool {
    var cameFrom = Array(repeating: nil as Int?, count: elements)
    var queue = [example]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      let candidates = known[current] ?? (0..<elements).filter { fits(current, $0) }
      known[current] = candidates
      for element in candidates where cameFrom[element] == nil {
        cameFrom[element] = current
        guard let other = exampleOf[element] else {
          settle(element, cameFrom, example)
          return true
        }
        queue.append(other)
      }
    }
    return false
  }

  private mutating func settle(_ last: Int, _ cameFrom: [Int?], _ start: Int) {
    var element = last
    while let example = cameFrom[element] {
      let previous = exampleOf.firstIndex(of: example)
      exampleOf[element] = example
      guard example != start, let previous else { return }
      element = previous
    }
  }
}
