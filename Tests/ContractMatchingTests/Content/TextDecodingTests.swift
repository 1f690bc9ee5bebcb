import Testing

@testable import ContractMatching

@Suite struct TextDecodingTests {
  @Test(
    arguments: [
      (nil, [0x61, 0xC3, 0xA9], "aé"), ("utf-8", [0x61, 0xC3, 0xA9], "aé"),
      ("UTF8", [0xEF, 0xBB, 0xBF, 0x61], "a"), (nil, [0xEF, 0xBB, 0xBF], ""), (nil, [], ""),
      ("us-ascii", [0x00, 0x7F, 0x41], "\0\u{7F}A"),
      ("iso-8859-1", [0x41, 0xE9, 0x80, 0xA4, 0xFF], "Aé\u{80}¤ÿ"), ("Latin1", [0xE9], "é"),
      ("ISO-8859-15", [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE, 0xE9], "€ŠšŽžŒœŸé"),
      ("windows-1252", [0x80, 0x93, 0x94, 0x9F, 0xE9, 0xA0], "€“”Ÿé\u{A0}"),
      ("Cp1252", [0x8A, 0x9A, 0x8E, 0x9E], "ŠšŽž"),
      ("utf-16", [0x00, 0x41, 0x20, 0xAC], "A€"),
      ("utf-16", [0xFE, 0xFF, 0x00, 0x41], "A"), ("utf-16", [0xFF, 0xFE, 0x41, 0x00], "A"),
      ("UTF-16LE", [0x3D, 0xD8, 0x00, 0xDE], "😀"), ("utf-16be", [0xD8, 0x3D, 0xDE, 0x00], "😀"),
      ("utf-16le", [0xFF, 0xFE, 0x41, 0x00], "A"), ("utf-16be", [0xFE, 0xFF, 0x00, 0x41], "A"),
      ("utf-16be", [], ""), (" utf-8 ", [0x41], "A"),
    ] as [(String?, [UInt8], String)])
  func `decodes`(charset: String?, bytes: [UInt8], expected: String) throws {
    let text = try #require(TextDecoding.text(bytes, charset: charset))
    #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    arguments: [
      (nil, [0xFF]), ("utf-8", [0xC3]), ("utf-8", [0xED, 0xA0, 0x80]), ("utf-8", [0xC0, 0x80]),
      ("us-ascii", [0x80]), ("windows-1252", [0x81]), ("windows-1252", [0x9D]),
      ("utf-16", [0x00]), ("utf-16", [0xD8, 0x00]), ("utf-16be", [0xDC, 0x00, 0x00, 0x41]),
      ("utf-16le", [0x00, 0xD8, 0x41, 0x00]), ("utf-16le", [0x41, 0x00, 0x42]),
      ("koi8-r", [0x41]), ("", [0x41]),
    ] as [(String?, [UInt8])])
  func `refuses what is not valid or not known`(charset: String?, bytes: [UInt8]) {
    #expect(TextDecoding.text(bytes, charset: charset) == nil)
  }

  @Test func `every byte of the complete tables is one character`() {
    let bytes = [UInt8](0...0xFF)
    for charset in ["iso-8859-1", "iso-8859-15"] {
      #expect(TextDecoding.text(bytes, charset: charset)?.unicodeScalars.count == 256)
    }
    let known = bytes.filter { TextDecoding.text([$0], charset: "windows-1252") != nil }
    #expect(Set(bytes).subtracting(known) == [0x81, 0x8D, 0x8F, 0x90, 0x9D])
  }

  @Test(arguments: [
    "utf-8", "UTF8", "us-ascii", "ASCII", "ANSI_X3.4-1968", "iso-8859-1", "ISO_8859-1", "latin1",
    "l1", "iso-8859-15", "latin-9", "windows-1252", "cp1252", "utf-16", "UTF-16LE", "utf-16be",
  ])
  func `knows the usual names`(charset: String) {
    #expect(TextDecoding.isKnown(charset))
  }

  @Test(arguments: ["", "utf-7", "utf-32", "shift_jis", "iso-8859-2", "utf 8"])
  func `does not know others`(charset: String) {
    #expect(!TextDecoding.isKnown(charset))
  }
}
