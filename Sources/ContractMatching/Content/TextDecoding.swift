import ContractModel

/// Text in the character sets that HTTP messages name.
enum TextDecoding {
  /// How bytes become text.
  enum Encoding {
    case utf8
    /// One byte a character: the first 128 as in ASCII, the others by a table.
    case singleByte([Unicode.Scalar?])
    /// Big endian unless a byte order mark says otherwise.
    case utf16
    case utf16LittleEndian
    case utf16BigEndian
  }

  private static let encodings: [(names: String, encoding: Encoding)] = [
    ("utf-8 utf8 unicode-1-1-utf-8 csutf8", .utf8),
    (
      "us-ascii ascii ansi_x3.4-1968 ansi_x3.4-1986 iso-ir-6 iso_646.irv:1991 iso646-us us cp367"
        + " ibm367 csascii", .singleByte(SingleByteTable.ascii)
    ),
    (
      "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 latin1 latin-1 l1 cp819"
        + " ibm819 csisolatin1", .singleByte(SingleByteTable.latin1)
    ),
    (
      "iso-8859-15 iso8859-15 iso885915 iso_8859-15 latin-9 latin9 l9 csiso885915 csisolatin9",
      .singleByte(SingleByteTable.latin9)
    ),
    (
      "windows-1252 windows1252 cp1252 cp-1252 x-cp1252 cswindows1252",
      .singleByte(SingleByteTable.windows1252)
    ),
    ("utf-16 utf16 csutf16", .utf16),
    ("utf-16le utf16le csutf16le", .utf16LittleEndian),
    ("utf-16be utf16be csutf16be", .utf16BigEndian),
  ]

  private static let encodingsByName: [String: Encoding] = Dictionary(
    encodings.flatMap { entry in
      entry.names.split(separator: " ").map { (String($0), entry.encoding) }
    }, uniquingKeysWith: { first, _ in first })

  static func encoding(_ charset: String) -> Encoding? {
    encodingsByName[charset[...].trimmed.lowercased()]
  }

  /// Whether texts in a character set can be decoded.
  ///
  /// - Parameter charset: its name in any case, e.g. `latin1`.
  static func isKnown(_ charset: String) -> Bool { encoding(charset) != nil }

  /// Decodes a text; a byte order mark of a Unicode encoding is skipped.
  ///
  /// - Parameter charset: the name of the character set in any case; `nil` stands for UTF-8.
  /// - Returns: the text, or `nil` when the character set is not known or the bytes are not valid
  ///   in it.
  static func text(_ bytes: [UInt8], charset: String?) -> String? {
    switch encoding(charset ?? "utf-8") {
    case .utf8:
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      return String(validating: bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0), as: UTF8.self)
    case .singleByte(let table): return singleByte(bytes, table)
    case .utf16:
      return utf16(bytes, isLittleEndian: bytes.starts(with: [0xFF, 0xFE]))
    case .utf16LittleEndian: return utf16(bytes, isLittleEndian: true)
    case .utf16BigEndian: return utf16(bytes, isLittleEndian: false)
    case nil: return nil
    }
  }

  private static func singleByte(_ bytes: [UInt8], _ table: [Unicode.Scalar?]) -> String? {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      if byte < 0x80 {
        scalars.append(Unicode.Scalar(byte))
      } else {
        let place = Int(byte) - 0x80
        guard place < table.count, let scalar = table[place] else { return nil }
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func utf16(_ bytes: [UInt8], isLittleEndian: Bool) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for start in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[start]), UInt16(bytes[start + 1]))
      units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
    }
    return String(validating: units.dropFirst(units.first == 0xFEFF ? 1 : 0), as: UTF16.self)
  }
}
