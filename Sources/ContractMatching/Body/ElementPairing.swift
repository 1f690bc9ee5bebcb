/// Pairs the elements of two lists so that as many as possible have a partner that fits.
///
/// An example is first tried with the element at its place and with elements of the same hash, which is
/// one trial for most; else partners are exchanged along augmenting paths.
struct ElementPairing {
  private let examples: [Int]
  /// The elements of each hash.
  private let elementsByHash: [Int: [Int]]
  private let hashes: [Int]
  private var exampleOf: [Int?]
  private var elementOf: [Int?]

  /// - Parameters:
  ///   - examples: a hash for each example.
  ///   - elements: a hash for each element; those that are equal have the same.
  init(examples: [Int], elements: [Int]) {
    self.examples = examples
    hashes = elements
    elementsByHash = Dictionary(grouping: elements.indices) { elements[$0] }
    exampleOf = Array(repeating: nil, count: elements.count)
    elementOf = Array(repeating: nil, count: examples.count)
  }

  /// The examples for which no partner is left, in order.
  ///
  /// - Parameter fits: whether an example and an element fit together.
  mutating func unpaired(_ fits: (Int, Int) -> Bool) -> [Int] {
    // Where to go on looking among the elements of a hash.
    var next: [Int: Int] = [:]
    for example in examples.indices { pairAtOnce(example, &next, fits) }
    var known = Array(repeating: nil as [Int]?, count: examples.count)
    return examples.indices.filter { example in
      elementOf[example] == nil && !exchange(example, &known, fits)
    }
  }

  private mutating func pairAtOnce(
    _ example: Int, _ next: inout [Int: Int], _ fits: (Int, Int) -> Bool
  ) {
    let hash = examples[example]
    let candidates = elementsByHash[hash] ?? []
    var place = next[hash, default: 0]
    while place < candidates.count, exampleOf[candidates[place]] != nil { place += 1 }
    next[hash] = place
    if place < candidates.count, fits(example, candidates[place]) {
      return pair(example, candidates[place])
    }
    if example < exampleOf.count, exampleOf[example] == nil, hashes[example] != hash,
      elementsByHash[hash] == nil, fits(example, example)
    {
      pair(example, example)
    }
  }

  private mutating func pair(_ example: Int, _ element: Int) {
    exampleOf[element] = example
    elementOf[example] = element
  }

  /// Looks for a partner by breadth, moving partners of others along.
  private mutating func exchange(
    _ example: Int, _ known: inout [[Int]?], _ fits: (Int, Int) -> Bool
  ) -> Bool {
    var cameFrom = Array(repeating: nil as Int?, count: exampleOf.count)
    var queue = [example]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      let candidates = known[current] ?? exampleOf.indices.filter { fits(current, $0) }
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
      let previous = elementOf[example]
      pair(example, element)
      guard example != start, let previous else { return }
      element = previous
    }
  }
}
