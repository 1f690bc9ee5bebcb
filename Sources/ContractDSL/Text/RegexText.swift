/// Making regular expressions that every reader of contracts understands alike.
enum RegexText {
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

  /// An expression that any of several others matches.
  static func anyOf(_ expressions: [String]) -> String { expressions.joined(separator: "|") }

  /// An expression for a whole text.
  ///
  /// Rules match whole texts; with anchors they do so in tools as well that look for a part.
  static func whole(_ expression: String) -> String { "^\(expression)$" }

  /// An expression as a part of a larger one: its anchors would keep the whole from ever matching.
  static func group(_ expression: String) -> String {
    "(?:\(anyOf(alternatives(of: expression).map(withoutAnchors))))"
  }

  private static func withoutAnchors(_ expression: String) -> String {
    var expression = expression[...]
    if expression.first == "^" { expression.removeFirst() }
    if expression.last == "$" {
      let backslashes = expression.dropLast().reversed().prefix { $0 == "\\" }.count
      if backslashes.isMultiple(of: 2) { expression.removeLast() }
    }
    return String(expression)
  }

  /// The alternatives of an expression, outside of groups and classes.
  private static func alternatives(of expression: String) -> [String] {
    var parts = [""]
    var depth = 0
    var isEscaped = false
    var isClass = false
    for character in expression {
      if !isEscaped, !isClass, depth == 0, character == "|" {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
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
      default: break
      }
    }
    return parts
  }
}
