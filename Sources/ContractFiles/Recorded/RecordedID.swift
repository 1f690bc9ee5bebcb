/// Identifiers of recorded stubs that stay the same when the same requests are recorded again.
package enum RecordedID {
  /// The identifier of a request, a UUID in lower case.
  ///
  /// - Parameter step: its place among the requests that are the same.
  package static func text(_ exchange: ProxiedExchange, step: Int) -> String {
    var high = Hash(seed: 0xCBF2_9CE4_8422_2325)
    var low = Hash(seed: 0x9E37_79B9_7F4A_7C15)
    for part in [Array(exchange.method.utf8), Array(exchange.target.utf8), exchange.requestBody] {
      high.add(part)
      low.add(part)
    }
    high.add([UInt8(truncatingIfNeeded: step)])
    low.add([UInt8(truncatingIfNeeded: step), 1])
    // The version 8 of RFC 9562 is for identifiers made in a way of one's own.
    let first = high.value & ~0xF000 | 0x8000
    let second = low.value & ~(0xC000 << 48) | 0x8000 << 48
    let digits = hexadecimal(first) + hexadecimal(second)
    return digits.enumerated().map { place, digit in
      ([8, 12, 16, 20].contains(place) ? "-" : "") + String(digit)
    }.joined()
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// FNV-1a, with the length of each part, so that parts cannot run into each other.
  private struct Hash {
    var value: UInt64

    init(seed: UInt64) { value = seed }

    mutating func add(_ part: [UInt8]) {
      for byte in part { mix(byte) }
      var count = part.count
      repeat {
        mix(UInt8(truncatingIfNeeded: count))
        count >>= 8
      } while count > 0
    }

    private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
