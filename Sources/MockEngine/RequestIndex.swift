/// Finds the interactions of a method and path in one step, however many there are.
///
/// Keys are compared as bytes; a request's path is only copied when it has percent-escapes.
struct RequestIndex: Sendable {
  private struct Slot {
    var hash: UInt64
    var group: Int32
  }

  private struct Group {
    var method: Range<Int>
    var path: Range<Int>
    var first: Int32
    var others: [Int32]
  }

  private var slots: [Slot]
  private var groups: [Group] = []
  private var pool: [UInt8] = []

  /// - Parameter capacity: how many keys there will be at most.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(hash: 0, group: -1), count: size)
  }

  /// Adds a candidate; candidates of one key stay in the order in which they were added.
  mutating func add(method: [UInt8], path: [UInt8], candidate: Int) {
    let hash = Self.hash(method.span, path.span)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].group >= 0 {
      let group = Int(slots[slot].group)
      if slots[slot].hash == hash, matches(group, method.span, path.span) {
        groups[group].others.append(Int32(candidate))
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let methodStart = pool.count
    pool += method
    let pathStart = pool.count
    pool += path
    slots[slot] = Slot(hash: hash, group: Int32(groups.count))
    groups.append(
      Group(
        method: methodStart..<pathStart, path: pathStart..<pool.count,
        first: Int32(candidate), others: []))
  }

  /// The candidates of a key, in order.
  func candidates(_ method: Span<UInt8>, _ path: Span<UInt8>) -> [Int32] {
    guard let group = group(method, path) else { return [] }
    return [groups[group].first] + groups[group].others
  }

  /// The candidate of a key that has no other; it costs no array.
  func only(_ method: Span<UInt8>, _ path: Span<UInt8>) -> Int? {
    guard let group = group(method, path), groups[group].others.isEmpty else { return nil }
    return Int(groups[group].first)
  }

  private func group(_ method: Span<UInt8>, _ path: Span<UInt8>) -> Int? {
    let hash = Self.hash(method, path)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].group >= 0 {
      if slots[slot].hash == hash, matches(Int(slots[slot].group), method, path) {
        return Int(slots[slot].group)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(_ group: Int, _ method: Span<UInt8>, _ path: Span<UInt8>) -> Bool {
    equals(groups[group].path, path) && equals(groups[group].method, method)
  }

  private func equals(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard range.count == bytes.count else { return false }
    for offset in 0..<bytes.count where pool[range.lowerBound + offset] != bytes[offset] {
      return false
    }
    return true
  }

  /// FNV-1a over both parts, finished so that the low bits depend on all bytes.
  private static func hash(_ method: Span<UInt8>, _ path: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in 0..<method.count { hash = (hash ^ UInt64(method[at])) &* 0x0000_0100_0000_01B3 }
    for at in 0..<path.count { hash = (hash ^ UInt64(path[at])) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
