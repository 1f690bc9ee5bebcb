/// Splits a GraphQL document into its significant tokens, byte by byte.
struct GraphQLLexer {
  private let bytes: [UInt8]
  private var at = 0
  /// The tokens so far.
  private(set) var tokens: [GraphQLToken] = []
  /// Where each token starts.
  private(set) var offsets: [Int] = []

  /// Starts at the first byte of a document.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads all tokens; `false` when there is something that is no token.
  mutating func run() -> Bool {
    skipIgnored()
    while at < bytes.count {
      offsets.append(at)
      guard let token = next() else { return false }
      tokens.append(token)
      skipIgnored()
    }
    return true
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    at + offset < bytes.count ? bytes[at + offset] : nil
  }

  private mutating func skipIgnored() {
    while let byte = peek() {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","): at += 1
      case UInt8(ascii: "#"):
        while let byte = peek(), byte != 0x0A, byte != 0x0D { at += 1 }
      case 0xEF where peek(1) == 0xBB && peek(2) == 0xBF: at += 3
      default: return
      }
    }
  }

  private mutating func next() -> GraphQLToken? {
    guard let byte = peek() else { return nil }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "@"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      at += 1
      return .punctuator(byte)
    case UInt8(ascii: "."):
      guard peek(1) == byte, peek(2) == byte else { return nil }
      at += 3
      return .punctuator(byte)
    case UInt8(ascii: "\""):
      var string = GraphQLString(bytes, at: at)
      guard let value = string.read() else { return nil }
      at = string.at
      return .string(value)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: return Self.isNameStart(byte) ? name() : nil
    }
  }

  private mutating func name() -> GraphQLToken {
    let start = at
    while let byte = peek(), Self.isNameStart(byte) || Self.isDigit(byte) { at += 1 }
    return .name(Array(bytes[start..<at]))
  }

  private mutating func number() -> GraphQLToken? {
    let start = at
    if peek() == UInt8(ascii: "-") { at += 1 }
    let hasZero = peek() == UInt8(ascii: "0")
    let digits = skipDigits()
    guard digits > 0, !hasZero || digits == 1 else { return nil }
    var isFloat = false
    if peek() == UInt8(ascii: ".") {
      isFloat = true
      at += 1
      guard skipDigits() > 0 else { return nil }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      isFloat = true
      at += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { at += 1 }
      guard skipDigits() > 0 else { return nil }
    }
    // `1a` is neither a number nor a number before a name.
    if let byte = peek(), Self.isNameStart(byte) || byte == UInt8(ascii: ".") { return nil }
    let text = Array(bytes[start..<at])
    return isFloat ? .float(text) : .integer(text)
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while let byte = peek(), Self.isDigit(byte) { at += 1 }
    return at - start
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
