/// The names of one document, each kept once: a namespace URI with a local name.
///
/// Names are compared byte by byte, as XML does.
struct XMLNames: Sendable {
  private struct Entry {
    var start: Int
    var uriCount: Int
    var localCount: Int
    /// The next name with the same hash, or -1.
    var next: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var places: [Int: Int32] = [:]

  /// How many names there are; they are numbered from 0.
  var count: Int { entries.count }

  /// The number of a name, which is added when it is new.
  ///
  /// - Parameters:
  ///   - uri: the namespace; empty for none.
  ///   - local: the name in it.
  mutating func number(
    uri: UnsafeBufferPointer<UInt8>, local: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    let hash = Self.hash(uri, local)
    if let known = find(uri, local, hash) { return known }
    let number = Int32(truncatingIfNeeded: entries.count)
    entries.append(
      Entry(
        start: bytes.count, uriCount: uri.count, localCount: local.count,
        next: places[hash] ?? -1))
    bytes.append(contentsOf: uri)
    bytes.append(contentsOf: local)
    places[hash] = number
    return number
  }

  /// The numbers that the names of another document have here; -1 for a name that is not here.
  func numbers(of other: XMLNames) -> [Int32] {
    other.bytes.withUnsafeBufferPointer { bytes in
      other.entries.map { entry in
        let uri = UnsafeBufferPointer(rebasing: bytes[entry.start..<entry.start + entry.uriCount])
        let start = entry.start + entry.uriCount
        let local = UnsafeBufferPointer(rebasing: bytes[start..<start + entry.localCount])
        return find(uri, local, Self.hash(uri, local)) ?? -1
      }
    }
  }

  /// The namespace URI of a name, or `nil`.
  func uri(_ number: Int32) -> String? {
    let entry = entries[Int(number)]
    guard entry.uriCount > 0 else { return nil }
    return String(decoding: bytes[entry.start..<entry.start + entry.uriCount], as: UTF8.self)
  }

  /// The name without its namespace.
  func local(_ number: Int32) -> String {
    let entry = entries[Int(number)]
    let start = entry.start + entry.uriCount
    return String(decoding: bytes[start..<start + entry.localCount], as: UTF8.self)
  }

  /// The name as paths and messages write it: `local`, or `URI:local`.
  func expanded(_ number: Int32) -> String {
    guard let uri = uri(number) else { return local(number) }
    return "\(uri):\(local(number))"
  }

  private func find(
    _ uri: UnsafeBufferPointer<UInt8>, _ local: UnsafeBufferPointer<UInt8>, _ hash: Int
  ) -> Int32? {
    var number = places[hash] ?? -1
    while number >= 0 {
      let entry = entries[Int(number)]
      if entry.uriCount == uri.count, entry.localCount == local.count {
        let start = entry.start + entry.uriCount
        if bytes[start..<start + local.count].elementsEqual(local),
          bytes[entry.start..<start].elementsEqual(uri)
        {
          return number
        }
      }
      number = entry.next
    }
    return nil
  }

  /// Seeded by the process, so that nobody can choose names that collide.
  private static func hash(
    _ uri: UnsafeBufferPointer<UInt8>, _ local: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(local))
    if !uri.isEmpty {
      hasher.combine(UInt8(0xFF))
      hasher.combine(bytes: UnsafeRawBufferPointer(uri))
    }
    return hasher.finalize()
  }
}
