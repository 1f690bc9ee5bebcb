import ContractMatching
import FaultModel

/// Regular expressions of stubs, and examples for them.
enum Expression {
  private static let special = Set(#"\^$.|?*+()[]{}"#.unicodeScalars)

  /// An expression that only this text matches.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if special.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// An expression with anchors: some tools look for a part of a text, where stubs mean the whole.
  static func whole(_ expression: String) -> String {
    let inner = part(expression)
    return isDivided(inner) ? "^(?:\(inner))$" : "^\(inner)$"
  }

  /// An expression without its anchors, as a part of a larger one.
  static func part(_ expression: String) -> String {
    guard !isDivided(expression) else { return expression }
    var inner = expression[...]
    if inner.first == "^" { inner.removeFirst() }
    if inner.last == "$" {
      let backslashes = inner.dropLast().reversed().prefix { $0 == "\\" }.count
      if backslashes.isMultiple(of: 2) { inner.removeLast() }
    }
    return String(inner)
  }

  /// Whether an expression has alternatives outside of groups, or groups that are not closed: then no part of
  /// it can stand on its own.
  static func isDivided(_ expression: some StringProtocol) -> Bool {
    var depth = 0
    var isEscaped = false
    var isClass = false
    for character in expression {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "[": isClass = true
      case "]": isClass = false
      case "(" where !isClass: depth += 1
      case ")" where !isClass: depth -= 1
      case "|" where !isClass && depth == 0: return true
      default: break
      }
      if depth < 0 { return true }
    }
    return depth != 0 || isClass || isEscaped
  }

  /// Texts that are tried before others are made: they read well, and need not be guessed.
  private static let usual = [
    "1", "42", "a", "example", "web-shop", "2026-01-31", "2026-01-31T12:00:00Z",
    "e2490de5-5bd3-43d5-b7c4-526e33f71304", "/", "/1", "/a", "/example", "someone@example.org",
    "http://example.org/",
  ]

  /// A short text that an expression matches and that fits, or `nil` when none is found.
  static func example(_ pattern: String, where fits: (String) -> Bool = { _ in true }) -> String? {
    guard let expression = try? RegularExpression("(?s)" + pattern) else { return nil }
    func isGood(_ text: String) -> Bool { expression.match(text) == .matches && fits(text) }
    if let text = usual.first(where: isGood) { return text }
    var context = GenerationContext(
      mode: .provider, now: Moment(secondsSinceEpoch: 0),
      random: SeededGenerator(seed: 0, stream: pattern, position: 0))
    let texts = (try? RegexExamples.texts(64, for: pattern, &context)) ?? []
    return texts.filter(isGood).min { rank($0) < rank($1) }
  }

  /// What is plain comes first, then what is short.
  private static func rank(_ text: String) -> (Int, Int, String) {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=")
    }
    let isPrintable = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    return (text.isEmpty ? 3 : isPlain ? 0 : isPrintable ? 1 : 2, text.utf8.count, text)
  }
}
