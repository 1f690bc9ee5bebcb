/// Takes what libcurl receives, as long as it is not too much.
struct HTTPResponseReceiver {
  /// How many bytes the header lines of an exchange may have, interim responses included.
  static let maximumHeaderSize = 300 << 10
  /// Bodies above this size are handed over with their buffer instead of being copied out of it.
  static let copiedBodySize = 64 << 10

  /// The header so far.
  private(set) var head = HTTPResponseHead()
  /// What the caller is to be told when there was too much.
  private(set) var excess: String?
  private var body: [UInt8] = []
  private var headerSize = 0
  private var maximumBodySize = 0

  /// Gets ready for another response; the buffer keeps its room.
  mutating func reset(maximumBodySize: Int) {
    head.reset()
    excess = nil
    body.removeAll(keepingCapacity: true)
    headerSize = 0
    self.maximumBodySize = maximumBodySize
  }

  /// Takes a line of the header and tells whether there was room for it.
  mutating func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
    headerSize += line.count
    guard headerSize <= Self.maximumHeaderSize else {
      excess = "the response's header is longer than \(Self.maximumHeaderSize) bytes"
      return false
    }
    head.receive(line)
    return true
  }

  /// Takes a piece of the body and tells whether there was room for it.
  mutating func receive(body piece: UnsafeRawBufferPointer) -> Bool {
    guard piece.count <= maximumBodySize - body.count else {
      excess =
        "the response's body is longer than \(maximumBodySize) bytes (--max-body admits more)"
      return false
    }
    body.append(contentsOf: piece)
    return true
  }

  /// The body; a small one is a copy, so that the buffer can be used again.
  mutating func takeBody() -> [UInt8] {
    if body.count <= Self.copiedBodySize { return body.withUnsafeBytes { Array($0) } }
    defer { body = [] }
    return body
  }
}
