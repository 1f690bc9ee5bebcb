import JSONText

/// The keys that make an object stand for a value with matching rules and generators, as the Pact
/// FFI takes them from the libraries of other languages.
enum IntegrationMarker {
  /// The key of the matching rules.
  static let matcher = "pact:matcher:type"
  /// The key of the generator.
  static let generator = "pact:generator:type"

  /// Whether an object carries one of the keys.
  static func marks(_ object: JSONValue) -> Bool {
    object[matcher] != nil || object[generator] != nil
  }

  /// Whether the text of a value has `"pact:` in it.
  ///
  /// Most bodies have not, and large ones are many: the search costs next to nothing.
  static func isIn(_ value: JSONValue) -> Bool {
    value.document.bytes.withUnsafeBytes { bytes in
      isIn(UnsafeRawBufferPointer(rebasing: bytes[value.byteRange]))
    }
  }

  /// Looks for `t:`, which is rare, 16 bytes at a time.
  private static func isIn(_ text: UnsafeRawBufferPointer) -> Bool {
    let letters: UInt64 = 0x7474_7474_7474_7474
    let colons: UInt64 = 0x3A3A_3A3A_3A3A_3A3A
    let ones: UInt64 = 0x0101_0101_0101_0101
    var at = 0
    while at + 17 <= text.count {
      // A byte of these is 0 where a `t` stands before a `:`.
      let first =
        text.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ letters
        | text.loadUnaligned(fromByteOffset: at + 1, as: UInt64.self) ^ colons
      let second =
        text.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self) ^ letters
        | text.loadUnaligned(fromByteOffset: at + 9, as: UInt64.self) ^ colons
      let zeros = (first &- ones) & ~first | (second &- ones) & ~second
      if zeros & 0x8080_8080_8080_8080 != 0, hasMarker(text, at..<at + 16) { return true }
      at += 16
    }
    return at < text.count && hasMarker(text, at..<text.count - 1)
  }

  /// Whether one of these places has the `t` of `"pact:`.
  private static func hasMarker(_ text: UnsafeRawBufferPointer, _ places: Range<Int>) -> Bool {
    places.contains { at in
      at >= 4 && text[at + 1] == UInt8(ascii: ":") && text[at] == UInt8(ascii: "t")
        && text[at - 1] == UInt8(ascii: "c") && text[at - 2] == UInt8(ascii: "a")
        && text[at - 3] == UInt8(ascii: "p") && text[at - 4] == UInt8(ascii: "\"")
    }
  }
}
