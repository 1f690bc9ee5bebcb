/// What is wrong with a path expression.
public struct PathExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The expression.
  public var expression: String
  /// What is wrong, and at which character.
  public var reason: String

  /// The expression and what is wrong with it.
  public var description: String { "'\(expression)' is no path expression: \(reason)" }
}

/// Reads path expressions, byte by byte: a contract has thousands of them.
struct PathExpressionParser {
  private let text: String
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  mutating func run() throws(PathExpressionError) -> [PathExpression.Token] {
    var tokens: [PathExpression.Token] = []
    if peek == UInt8(ascii: "$") {
      at += 1
    } else if let first = peek, first != UInt8(ascii: "."), first != UInt8(ascii: "[") {
      tokens.append(.key(try name()))
    }
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "."): tokens.append(try afterDot())
      case UInt8(ascii: "["): tokens.append(try bracket())
      default: throw failure("expected '.' or '['")
      }
    }
    return tokens
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func failure(_ reason: String) -> PathExpressionError {
    let place = String(decoding: bytes[..<at], as: UTF8.self).count + 1
    let next = String(decoding: bytes[at...], as: UTF8.self).first
    let found = next.map { "found '\($0)'" } ?? "the expression ends"
    return PathExpressionError(
      expression: text, reason: "\(reason) at character \(place), but \(found)")
  }

  private mutating func afterDot() throws(PathExpressionError) -> PathExpression.Token {
    at += 1
    if peek == UInt8(ascii: "*") {
      at += 1
      return .anyMember
    }
    return .key(try name())
  }

  private mutating func name() throws(PathExpressionError) -> String {
    let start = at
    while let byte = peek, Self.isNameByte(byte) { at += 1 }
    guard at > start else { throw failure("expected a name or '*'") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Letters and digits of every language, and `_ - : # @ $`.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private mutating func bracket() throws(PathExpressionError) -> PathExpression.Token {
    at += 1
    switch peek {
    case UInt8(ascii: "*"):
      at += 1
      try close()
      return .anyElement
    case let quote? where quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""):
      at += 1
      let start = at
      while let byte = peek, byte != quote { at += 1 }
      guard at < bytes.count, at > start else {
        throw failure("expected a name and \(Character(Unicode.Scalar(quote)))")
      }
      let name = String(decoding: bytes[start..<at], as: UTF8.self)
      at += 1
      try close()
      return .key(name)
    default:
      let start = at
      while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
      guard at > start else { throw failure("expected an index, '*' or a quote") }
      guard let index = Int(String(decoding: bytes[start..<at], as: UTF8.self)) else {
        at = start
        throw failure("expected an index that an array can have")
      }
      try close()
      return .index(index)
    }
  }

  private mutating func close() throws(PathExpressionError) {
    guard peek == UInt8(ascii: "]") else { throw failure("expected ']'") }
    at += 1
  }
}
