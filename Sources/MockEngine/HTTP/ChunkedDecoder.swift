/// Takes the chunked coding off a body, piece by piece (RFC 9112, 7.1).
package struct ChunkedDecoder: Sendable {
  /// How far the body is.
  package enum Outcome: Sendable, Equatable {
    /// All bytes were taken, and more are to come.
    case incomplete
    /// The body is complete.
    case complete
    /// The coding is broken, or the body is larger than allowed.
    case refused(status: Int, reason: String)
  }

  private enum State: Sendable {
    case size(digits: Int)
    case extensions
    case sizeEnd
    case data
    case dataEnd(seen: Int)
    case trailer(lineLength: Int)
    case trailerEnd(lineLength: Int)
  }

  /// The body as far as it was decoded.
  package private(set) var body: [UInt8] = []
  private var state = State.size(digits: 0)
  private var remaining = 0
  private var overhead = 0
  private let limit: Int

  /// - Parameter limit: the most bytes that the body may have.
  package init(limit: Int) { self.limit = limit }

  /// Decodes what has come.
  ///
  /// - Returns: how far the body is, and how many of the bytes belong to it.
  package mutating func decode(_ bytes: Span<UInt8>) -> (outcome: Outcome, consumed: Int) {
    var at = 0
    while at < bytes.count {
      if case .data = state {
        let count = min(remaining, bytes.count - at)
        for offset in at..<at + count { body.append(bytes[offset]) }
        at += count
        remaining -= count
        if remaining == 0 { state = .dataEnd(seen: 0) }
        continue
      }
      let outcome = step(bytes[at])
      at += 1
      if outcome != .incomplete { return (outcome, at) }
    }
    return (.incomplete, at)
  }

  private mutating func step(_ byte: UInt8) -> Outcome {
    overhead += 1
    switch state {
    case .size(let digits): return size(byte, digits)
    case .extensions:
      if byte == 0x0D { state = .sizeEnd }
      return overhead > 65_536 ? broken : .incomplete
    case .sizeEnd:
      guard byte == 0x0A else { return broken }
      overhead = 0
      state = remaining == 0 ? .trailer(lineLength: 0) : .data
    case .data: break
    case .dataEnd(let seen):
      guard byte == (seen == 0 ? 0x0D : 0x0A) else { return broken }
      state = seen == 0 ? .dataEnd(seen: 1) : .size(digits: 0)
    case .trailer(let length):
      state = byte == 0x0D ? .trailerEnd(lineLength: length) : .trailer(lineLength: length + 1)
      if overhead > 65_536 { return broken }
    case .trailerEnd(let length):
      guard byte == 0x0A else { return broken }
      if length == 0 { return .complete }
      state = .trailer(lineLength: 0)
    }
    return .incomplete
  }

  private mutating func size(_ byte: UInt8, _ digits: Int) -> Outcome {
    let digit: Int
    switch byte {
    case 0x30...0x39: digit = Int(byte) - 0x30
    case 0x41...0x46: digit = Int(byte) - 0x41 + 10
    case 0x61...0x66: digit = Int(byte) - 0x61 + 10
    case 0x0D where digits > 0:
      state = .sizeEnd
      return .incomplete
    case 0x3B where digits > 0:
      state = .extensions
      return .incomplete
    default: return broken
    }
    guard digits < 15 else { return broken }
    remaining = (digits == 0 ? 0 : remaining) * 16 + digit
    guard body.count + remaining <= limit else {
      return .refused(status: 413, reason: "the body is larger than \(limit) bytes")
    }
    state = .size(digits: digits + 1)
    return .incomplete
  }

  private var broken: Outcome {
    .refused(status: 400, reason: "the chunked coding of the body is broken")
  }
}
