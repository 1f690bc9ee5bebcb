import Testing

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
  ])
  func `the known digests come out`(text: String, digest: String) {
    #expect(SHA256.base64(Array(text.utf8)) == digest)
  }

  @Test func `a text of several blocks comes out`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
    #expect(SHA256.base64(bytes) == "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM=")
  }
}
