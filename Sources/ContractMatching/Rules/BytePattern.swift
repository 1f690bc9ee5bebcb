/// Bytes that are looked for in others, in time that grows with the sum of both lengths
/// (Knuth, Morris, Pratt).
struct BytePattern: Sendable {
  private let bytes: [UInt8]
  /// For each prefix the length of the longest shorter one that it ends with.
  private let borders: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var borders = Array(repeating: 0, count: bytes.count)
    var length = 0
    for place in bytes.indices.dropFirst() {
      while length > 0, bytes[place] != bytes[length] { length = borders[length - 1] }
      if bytes[place] == bytes[length] { length += 1 }
      borders[place] = length
    }
    self.borders = borders
  }

  /// Whether the bytes stand somewhere in a text.
  func isContained(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var length = 0
    if bytes.isEmpty { return true }
    for byte in text {
      while length > 0, byte != bytes[length] { length = borders[length - 1] }
      if byte == bytes[length] { length += 1 }
      if length == bytes.count { return true }
    }
    return false
  }
}
