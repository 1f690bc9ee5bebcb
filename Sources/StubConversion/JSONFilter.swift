import ContractModel
import JSONText

/// A path of Jayway's dialect that ends in a filter of equations: `$.items[?(@.sku == 'A-1' && @.count == 2)]`.
struct JSONFilter {
  /// What one equation asks for.
  struct Term {
    /// Where the value lies below what is filtered.
    var names: [String]
    /// A value that fits.
    var example: JSONValue
    /// The rule for others.
    var rule: JSONValue
  }

  /// The names that lead to what is filtered; none for the whole body.
  let prefix: [String]
  /// The equations, all of which have to hold.
  let terms: [Term]

  /// Reads a path.
  ///
  /// - Returns: `nil` when there is something else in it.
  init?(_ text: String) {
    guard text.hasSuffix(")]"), let open = text.firstRange(of: "[?(") else { return nil }
    var prefix = text[..<open.lowerBound]
    if prefix.last == "." { prefix.removeLast() }
    guard let names = Self.names(String(prefix)) else { return nil }
    var terms: [Term] = []
    for part in text[open.upperBound...].dropLast(2).split(separator: "&&") {
      guard let term = Self.term(part.trimmed) else { return nil }
      terms.append(term)
    }
    guard !terms.isEmpty else { return nil }
    self.prefix = names
    self.terms = terms
  }

  /// The names of a path, or `nil` when there is something else in it.
  static func names(_ text: String) -> [String]? {
    guard text.hasPrefix("$"), let path = try? PathExpression(parsing: text) else { return nil }
    var names: [String] = []
    for token in path.tokens {
      guard case .key(let name) = token else { return nil }
      names.append(name)
    }
    return names
  }

  private static func term(_ text: String) -> Term? {
    for sign in ["==", "=~"] {
      guard text.hasPrefix("@"), let place = text.firstRange(of: sign),
        let names = names("$" + text[..<place.lowerBound].dropFirst().trimmed), !names.isEmpty
      else { continue }
      let operand = text[place.upperBound...].trimmed
      return sign == "==" ? equation(names, operand) : match(names, operand)
    }
    return nil
  }

  private static func equation(_ names: [String], _ operand: String) -> Term? {
    for quote in ["'", "\""]
    where operand.count > 1 && operand.hasPrefix(quote) && operand.hasSuffix(quote) {
      let text = String(operand.dropFirst().dropLast())
      guard !text.contains(quote), !text.contains("\\") else { return nil }
      return Term(names: names, example: JSONValue.string(text), rule: Rule.equality)
    }
    guard let value = try? JSONValue(parsing: operand), [.number, .boolean].contains(value.kind)
    else { return nil }
    return Term(names: names, example: value, rule: Rule.equality)
  }

  private static func match(_ names: [String], _ operand: String) -> Term? {
    guard operand.hasPrefix("/"), let end = operand.lastIndex(of: "/"), end > operand.startIndex
    else { return nil }
    let flags = operand[operand.index(after: end)...]
    guard flags.isEmpty || flags == "i" else { return nil }
    let pattern = String(operand[operand.index(after: operand.startIndex)..<end])
    guard let example = Expression.example(pattern) else { return nil }
    let whole = Expression.whole(pattern)
    return Term(
      names: names, example: JSONValue.string(example),
      rule: Rule.regex(flags.isEmpty ? whole : "(?i)" + whole))
  }
}
