extension PathParser {
  /// The byte that comes next, or `nil` at the end.
  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// Whether a text comes next.
  func isNext(_ wanted: StaticString) -> Bool {
    let count = wanted.utf8CodeUnitCount
    guard count <= bytes.count - at else { return false }
    return wanted.withUTF8Buffer { bytes[at..<at + count].elementsEqual($0) }
  }

  /// Takes a text if it comes next.
  mutating func take(_ wanted: StaticString) -> Bool {
    guard isNext(wanted) else { return false }
    at += wanted.utf8CodeUnitCount
    return true
  }

  /// Takes a text that has to come.
  mutating func expect(_ wanted: StaticString) throws(JSONPathError) {
    guard take(wanted) else { throw error("expected '\(wanted)'") }
  }

  /// Whether a byte is white space.
  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Goes to the next byte that is no white space.
  mutating func skipSpaces() {
    while let byte = peek, isSpace(byte) { at += 1 }
  }

  /// An error about a place.
  ///
  /// - Parameter place: the byte; `nil` for the one that comes next.
  func error(_ message: String, _ place: Int? = nil) -> JSONPathError {
    let before = bytes.prefix(place ?? at).count { $0 & 0xC0 != 0x80 }
    return JSONPathError(message: message, column: before + 1, path: text)
  }

  /// Reads a text in single or double quotes.
  mutating func quoted() throws(JSONPathError) -> String {
    let start = at
    let quote = bytes[at]
    at += 1
    var result: [UInt8] = []
    while let byte = peek {
      at += 1
      if byte == quote { return String(decoding: result, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &result)
      } else {
        result.append(byte)
      }
    }
    throw error("the quoted text is not closed", start)
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONPathError) {
    guard let byte = peek else { return }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"):
      var unit = try codeUnit()
      var units = [unit]
      if UTF16.isLeadSurrogate(unit), take("\\u") {
        unit = try codeUnit()
        units.append(unit)
      }
      result += Array(String(decoding: units, as: UTF16.self).utf8)
    default: result.append(byte)
    }
  }

  private mutating func codeUnit() throws(JSONPathError) -> UInt16 {
    let digits = bytes[at...].prefix(4)
    guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("expected four hexadecimal digits") }
    at += 4
    return unit
  }
}
