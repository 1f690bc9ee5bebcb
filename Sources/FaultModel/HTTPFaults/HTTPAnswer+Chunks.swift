extension HTTPAnswer {
  /// Makes the head say that the body comes in chunks.
  mutating func useChunks() {
    remove("content-length")
    set("Transfer-Encoding", "chunked")
  }

  /// One chunk.
  static func chunk(_ bytes: some Collection<UInt8>) -> [UInt8] {
    Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [0x0D, 0x0A]
  }
}
