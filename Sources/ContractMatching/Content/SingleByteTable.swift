/// The characters of the upper 128 bytes in character sets of one byte a character.
///
/// `nil` stands for a byte that means nothing.
enum SingleByteTable {
  /// US-ASCII has only the lower half.
  static let ascii: [Unicode.Scalar?] = []

  /// ISO 8859-1: every byte is the scalar of the same number.
  static let latin1: [Unicode.Scalar?] = (UInt8(0x80)...0xFF).map { Unicode.Scalar($0) }

  /// ISO 8859-15: ISO 8859-1 with eight other characters.
  static let latin9: [Unicode.Scalar?] = replacing([
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ])

  /// Windows-1252: ISO 8859-1 with printable characters in place of most of its controls.
  static let windows1252: [Unicode.Scalar?] = replacing([
    0x80: "€", 0x81: nil, 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡",
    0x88: "ˆ", 0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8D: nil, 0x8E: "Ž", 0x8F: nil,
    0x90: nil, 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9D: nil, 0x9E: "ž", 0x9F: "Ÿ",
  ])

  private static func replacing(_ changes: [UInt8: Unicode.Scalar?]) -> [Unicode.Scalar?] {
    (UInt8(0x80)...0xFF).map { changes[$0, default: Unicode.Scalar($0)] }
  }
}
