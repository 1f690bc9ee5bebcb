/// Random numbers that depend on a seed, a name and a position alone (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  private var state: UInt64

  /// Creates a generator.
  ///
  /// - Parameters:
  ///   - seed: the seed of the run.
  ///   - stream: keeps users of one seed apart.
  ///   - position: the number of the draw, so that draws can be made in any order.
  package init(seed: UInt64, stream: String, position: UInt64) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed ^ hash
    state = next() ^ position &* 0x9E37_79B9_7F4A_7C15
    _ = next()
  }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A number of at least 0 and less than 1.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
