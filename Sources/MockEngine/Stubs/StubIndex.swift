import StubMatching

/// Finds the stubs that may accept a request, however many there are.
///
/// Stubs with a literal URL are found in one step by it. Those whose URL has a pattern are kept by the
/// first segment of what every such URL starts with, the rest in one list.
struct StubIndex: Sendable {
  /// A stub in a list that is ordered by rank.
  struct Entry: Sendable {
    var rank: StubRank
    var slot: Int32
  }

  private enum Key {
    case literal(UInt64)
    case segment(UInt64)
    case none
  }

  private var literals: [UInt64: StubBucket] = [:]
  private var segments: [UInt64: [Entry]] = [:]
  private var others: [Entry] = []

  /// Adds a stub.
  mutating func add(_ stub: CompiledStub, slot: Int) {
    let entry = Entry(rank: stub.rank, slot: Int32(slot))
    switch Self.key(stub) {
    case .literal(let hash):
      if literals[hash]?.insert(entry) == nil { literals[hash] = StubBucket(entry) }
    case .segment(let hash): Self.insert(entry, &segments[hash, default: []])
    case .none: Self.insert(entry, &others)
    }
  }

  /// Removes a stub.
  mutating func remove(_ stub: CompiledStub) {
    switch Self.key(stub) {
    case .literal(let hash):
      if literals[hash]?.remove(stub.rank) == false { literals[hash] = nil }
    case .segment(let hash): Self.remove(stub.rank, hash, &segments)
    case .none: others.removeAll { $0.rank == stub.rank }
    }
  }

  /// The only stub that may accept a request; `nil` when there are several, or perhaps none.
  func single(path: Span<UInt8>, target: Span<UInt8>) -> Entry? {
    guard segments.isEmpty, others.isEmpty, target.count == path.count,
      let found = literals[Self.hash(path)], found.rest.isEmpty
    else { return nil }
    return found.first
  }

  /// The lists of stubs that may accept a request, each ordered by rank.
  func lists(path: Span<UInt8>, target: Span<UInt8>) -> [[Entry]] {
    var lists: [[Entry]] = []
    if !literals.isEmpty {
      let hash = Self.hash(path)
      if let found = literals[hash] { lists.append(found.all) }
      if target.count != path.count, let found = literals[Self.hash(target)] {
        lists.append(found.all)
      }
    }
    if !segments.isEmpty, let end = Self.segmentEnd(path),
      let found = segments[Self.hash(path.extracting(0..<end))]
    {
      lists.append(found)
    }
    if !others.isEmpty { lists.append(others) }
    return lists
  }

  /// The stubs with the same literal URL as another, ordered by rank.
  func siblings(_ stub: CompiledStub) -> [Entry] {
    guard case .literal(let hash) = Self.key(stub) else { return others }
    return (literals[hash]?.all ?? []) + others
  }

  private static func key(_ stub: CompiledStub) -> Key {
    let bytes = stub.prefix
    switch stub.matcher.url {
    case .exact, .path: return .literal(hash(bytes.span))
    default:
      guard let end = segmentEnd(bytes.span) else { return .none }
      return .segment(hash(bytes.span.extracting(0..<end)))
    }
  }

  /// Where the first segment of a path ends, its second slash included.
  private static func segmentEnd(_ path: Span<UInt8>) -> Int? {
    guard path.count > 1, path[0] == UInt8(ascii: "/") else { return nil }
    for at in 1..<path.count where path[at] == UInt8(ascii: "/") { return at + 1 }
    return nil
  }

  static func insert(_ entry: Entry, _ list: inout [Entry]) {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].rank < entry.rank { low = middle + 1 } else { high = middle }
    }
    list.insert(entry, at: low)
  }

  private static func remove(
    _ rank: StubRank, _ hash: UInt64, _ lists: inout [UInt64: [Entry]]
  ) {
    lists[hash]?.removeAll { $0.rank == rank }
    if lists[hash]?.isEmpty == true { lists[hash] = nil }
  }

  /// FNV-1a; who is found by it is compared byte by byte.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in 0..<bytes.count { hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
