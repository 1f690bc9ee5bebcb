/// The stubs that share a key, ordered by rank; most often it is one, which needs no list.
struct StubBucket: Sendable {
  /// The first.
  private(set) var first: StubIndex.Entry
  /// The others.
  private(set) var rest: [StubIndex.Entry] = []

  init(_ entry: StubIndex.Entry) { first = entry }

  /// All of them.
  var all: [StubIndex.Entry] { [first] + rest }

  /// Puts a stub where its rank belongs.
  mutating func insert(_ entry: StubIndex.Entry) {
    var entry = entry
    if entry.rank < first.rank { swap(&entry, &first) }
    StubIndex.insert(entry, &rest)
  }

  /// Takes the stub of a rank away.
  ///
  /// - Returns: whether any are left.
  mutating func remove(_ rank: StubRank) -> Bool {
    guard first.rank == rank else {
      rest.removeAll { $0.rank == rank }
      return true
    }
    guard !rest.isEmpty else { return false }
    first = rest.removeFirst()
    return true
  }
}
