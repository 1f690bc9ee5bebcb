/// An address of the internet protocol, in so few bytes that every request can keep its own.
package struct ClientAddress: Sendable, Hashable, BitwiseCopyable, CustomStringConvertible {
  /// The first half of the address; one of version 4 is mapped into version 6.
  private var high: UInt64 = 0
  /// The second half of the address.
  private var low: UInt64 = 0

  /// Creates the address of a peer that has none, as on a local socket.
  package init() {}

  /// Creates an address of version 4.
  package init(v4 bytes: some Sequence<UInt8>) {
    low = bytes.reduce(0) { $0 << 8 | UInt64($1) } & 0xFFFF_FFFF | Self.mapping
  }

  /// Creates an address of version 6.
  package init(v6 bytes: some Sequence<UInt8>) {
    for (place, byte) in bytes.enumerated().prefix(16) {
      if place < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
    }
  }

  /// Whether the peer is on this machine.
  package var isLoopback: Bool {
    isVersion4 ? low >> 24 & 0xFF == 127 : high == 0 && low == 1
  }

  /// The address as people write it; of a peer without one, nothing.
  package var description: String {
    if high == 0, low == 0 { return "" }
    // Whom nearly every mock talks to.
    if high == 0, low == Self.mapping | 0x7F00_0001 { return "127.0.0.1" }
    if isVersion4 {
      return [24, 16, 8, 0].map { "\(low >> UInt64($0) & 0xFF)" }.joined(separator: ".")
    }
    return Self.text((0..<8).map { $0 < 4 ? Self.group(high, $0) : Self.group(low, $0 - 4) })
  }

  private static let mapping: UInt64 = 0xFFFF << 32

  private var isVersion4: Bool { high == 0 && low >> 32 == 0xFFFF }

  private static func group(_ half: UInt64, _ place: Int) -> UInt64 {
    half >> UInt64(48 - place * 16) & 0xFFFF
  }

  /// Eight groups, the longest run of zeros left out (RFC 5952).
  private static func text(_ groups: [UInt64]) -> String {
    var best = 0..<0
    var start = 0
    for place in 0...groups.count {
      if place < groups.count, groups[place] == 0 { continue }
      if place - start > max(best.count, 1) { best = start..<place }
      start = place + 1
    }
    func join(_ part: ArraySlice<UInt64>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    if best.isEmpty { return join(groups[...]) }
    return join(groups[..<best.lowerBound]) + "::" + join(groups[best.upperBound...])
  }
}
