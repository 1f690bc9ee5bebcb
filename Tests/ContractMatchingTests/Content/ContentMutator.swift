/// Changes bytes at random, the same way for the same seed.
struct ContentMutator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A sample with one to four changes: bytes replaced, dropped, doubled, or pieces of it inserted.
  mutating func mutation(of samples: [[UInt8]], pieces: [String]) -> [UInt8] {
    var bytes = samples.randomElement(using: &self) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let place = Int.random(in: 0...bytes.count, using: &self)
      let end = min(bytes.count, place + Int.random(in: 0...8, using: &self))
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 2:
        let piece = pieces.randomElement(using: &self) ?? ""
        bytes.insert(contentsOf: piece.utf8, at: place)
      default:
        if place < bytes.count { bytes[place] = UInt8.random(in: .min ... .max, using: &self) }
      }
    }
    return bytes
  }
}
