/// Cuts a date expression into words, numbers and signs.
struct ExpressionTokens {
  /// A part of the expression.
  struct Token {
    /// What it is, words in lower case.
    let text: String
    /// The byte where it starts.
    let start: Int
  }

  private let expression: String
  private let bytes: [UInt8]
  private var at = 0

  /// Takes the expression.
  init(_ expression: String) {
    self.expression = expression
    bytes = Array(expression.utf8)
  }

  /// The token that comes next, or `nil` at the end.
  var peek: Token? {
    var copy = self
    return copy.next()
  }

  /// Takes the next token: a run of letters and apostrophes, a run of digits, or one character.
  mutating func next() -> Token? {
    while let byte = byte(at), Self.isSpace(byte) { at += 1 }
    let start = at
    guard let first = byte(at) else { return nil }
    at += 1
    if let isSame = Self.runs.first(where: { $0(first) }) {
      while let byte = byte(at), isSame(byte) { at += 1 }
    }
    return Token(
      text: String(decoding: bytes[start..<at], as: UTF8.self).lowercased(), start: start)
  }

  /// Takes the next token if it is one of some words or signs.
  mutating func take(_ words: String...) -> Bool {
    guard let token = peek, words.contains(token.text) else { return false }
    _ = next()
    return true
  }

  /// An error that says what is wanted in the place of the next token.
  func failure(_ wanted: String) -> RuleError {
    let token = peek
    let place = String(decoding: bytes[..<(token?.start ?? bytes.count)], as: UTF8.self).count + 1
    let found = token.map { "found '\(Excerpt.of($0.text))'" } ?? "the expression ends"
    return RuleError(
      "'\(Excerpt.of(expression))' is no date expression: expected \(wanted) at character \(place),"
        + " but \(found)")
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  private static let runs: [@Sendable (UInt8) -> Bool] = [
    { $0 == UInt8(ascii: "'") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) },
    { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) },
    { $0 >= 0x80 },
  ]
}
