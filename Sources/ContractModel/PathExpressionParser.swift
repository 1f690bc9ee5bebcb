/// What is wrong with a path expression.
public struct PathExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The expression.
  public var expression: String
  /// What is wrong, and at which character.
  public var reason: String

  /// The expression and what is wrong with it.
  public var description: String { "'\(expression)' is no path expression: \(reason)" }
}

/// Reads path expressions.
struct PathExpressionParser {
  private let text: String
  private var rest: Substring

  init(_ text: String) {
    self.text = text
    self.rest = Substring(text)
  }

  mutating func run() throws(PathExpressionError) -> [PathExpression.Token] {
    var tokens: [PathExpression.Token] = []
    if rest.first == "$" {
      rest.removeFirst()
    } else if let first = rest.first, first != ".", first != "[" {
      tokens.append(.key(try name()))
    }
    while let character = rest.first {
      switch character {
      case ".": tokens.append(try afterDot())
      case "[": tokens.append(try bracket())
      default: throw failure("expected '.' or '['")
      }
    }
    return tokens
  }

  private func failure(_ reason: String) -> PathExpressionError {
    let offset = text.distance(from: text.startIndex, to: rest.startIndex) + 1
    let found = rest.first.map { "found '\($0)'" } ?? "the expression ends"
    return PathExpressionError(
      expression: text, reason: "\(reason) at character \(offset), but \(found)")
  }

  private mutating func afterDot() throws(PathExpressionError) -> PathExpression.Token {
    rest.removeFirst()
    if rest.first == "*" {
      rest.removeFirst()
      return .anyMember
    }
    return .key(try name())
  }

  private mutating func name() throws(PathExpressionError) -> String {
    let name = rest.prefix { $0.isLetter || $0.isNumber || "_-:#@$".contains($0) }
    guard !name.isEmpty else { throw failure("expected a name or '*'") }
    rest = rest[name.endIndex...]
    return String(name)
  }

  private mutating func bracket() throws(PathExpressionError) -> PathExpression.Token {
    rest.removeFirst()
    switch rest.first {
    case "*":
      rest.removeFirst()
      try close()
      return .anyElement
    case let quote? where quote == "'" || quote == "\"":
      rest.removeFirst()
      let name = rest.prefix { $0 != quote }
      guard name.endIndex < rest.endIndex, !name.isEmpty else {
        throw failure("expected a name and \(quote)")
      }
      rest = rest[name.endIndex...].dropFirst()
      try close()
      return .key(String(name))
    default:
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let index = Int(digits) else { throw failure("expected an index, '*' or a quote") }
      rest = rest[digits.endIndex...]
      try close()
      return .index(index)
    }
  }

  private mutating func close() throws(PathExpressionError) {
    guard rest.first == "]" else { throw failure("expected ']'") }
    rest.removeFirst()
  }
}
