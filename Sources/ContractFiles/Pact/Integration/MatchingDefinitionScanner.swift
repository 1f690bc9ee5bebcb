import JSONText

/// Walks over the words, numbers and strings of an expression of the matching definition language.
struct MatchingDefinitionScanner {
  /// What an example may be.
  enum Kind: String, Sendable {
    case anything = "a string in single quotes, a number, true, false or null"
    case string = "a string in single quotes"
    case number = "a number"
    case integer = "a whole number"
    case boolean = "true or false"
  }

  private let text: String
  /// The expression's bytes.
  let bytes: [UInt8]
  /// The place of the next byte.
  var at = 0

  /// Creates a scanner at the start of an expression.
  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool { bytes[at...].allSatisfy(Self.isSpace) }

  /// The place of the next word or value.
  mutating func mark() -> Int {
    skipSpace()
    return at
  }

  /// What was expected at a place, or at the next one, and what stands there.
  func failure(_ reason: String, at place: Int? = nil) -> MatchingDefinitionError {
    var place = place ?? at
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    let character = String(decoding: bytes[..<place], as: UTF8.self).count + 1
    let next = String(decoding: bytes[place...], as: UTF8.self).first
    let found = next.map { "found '\($0)'" } ?? "the expression ends"
    return MatchingDefinitionError(
      expression: text, reason: "\(reason) at character \(character), but \(found)")
  }

  /// Goes over a byte when it comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    at += 1
    return true
  }

  /// Goes over a word when it comes next.
  mutating func skip(word: String) -> Bool {
    let start = mark()
    if self.word() == word { return true }
    at = start
    return false
  }

  /// Goes over a byte that must come next.
  mutating func expect(_ byte: UInt8) throws(MatchingDefinitionError) {
    guard skip(byte) else {
      throw failure("expected '\(Character(Unicode.Scalar(byte)))'")
    }
  }

  /// The letters that come next.
  mutating func word() -> String {
    let start = mark()
    while let byte = peek, (0x61...0x7A).contains(byte | 0x20) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// A whole number of at least 0.
  mutating func size() throws(MatchingDefinitionError) -> Int {
    let start = mark()
    skipDigits()
    guard let size = Int(String(decoding: bytes[start..<at], as: UTF8.self)) else {
      throw failure("expected a whole number of at least 0", at: start)
    }
    return size
  }

  /// An example of a kind.
  mutating func value(_ kind: Kind) throws(MatchingDefinitionError) -> JSONValue {
    let start = mark()
    if peek == UInt8(ascii: "'") {
      if kind == .string || kind == .anything { return .string(try string()) }
    } else if let number = number() {
      if kind == .anything || kind == .number { return number }
      if kind == .integer, number.isInteger { return number }
    } else {
      let word = word()
      if word == "true" || word == "false", kind == .boolean || kind == .anything {
        return .make { $0.boolean(word == "true") }
      }
      if word == "null", kind == .anything { return .null }
    }
    throw failure("expected \(kind.rawValue)", at: start)
  }

  /// A number as JSON spells it.
  private mutating func number() -> JSONValue? {
    let start = at
    if peek == UInt8(ascii: "-") { at += 1 }
    skipDigits()
    if peek == UInt8(ascii: ".") {
      at += 1
      skipDigits()
    }
    guard at > start else { return nil }
    let number = try? JSONValue(parsing: String(decoding: bytes[start..<at], as: UTF8.self))
    if number?.kind != .number { at = start }
    return number?.kind == .number ? number : nil
  }

  /// A string in single quotes; an escape that has no meaning stands for itself, so that regular
  /// expressions need no second backslash.
  mutating func string() throws(MatchingDefinitionError) -> String {
    let start = mark()
    guard skip(UInt8(ascii: "'")) else { throw failure("expected a string in single quotes") }
    var decoded: [UInt8] = []
    while let byte = peek {
      at += 1
      switch byte {
      case UInt8(ascii: "'"): return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &decoded)
      default: decoded.append(byte)
      }
    }
    throw failure("the string that starts here has no closing quote", at: start)
  }

  /// The next byte.
  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = peek, Self.isSpace(byte) { at += 1 }
  }

  private mutating func skipDigits() {
    while let byte = peek, (0x30...0x39).contains(byte) { at += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
