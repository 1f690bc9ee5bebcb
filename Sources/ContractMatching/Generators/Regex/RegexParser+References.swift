extension RegexParser {
  /// Reads `\1` behind its backslash, or nothing when the digits are the code of a character.
  mutating func numberedReference() -> RegexNode? {
    let start = at
    let text = digits(5)
    let isNoCode = text.count == 1 || text.hasPrefix("8") || text.hasPrefix("9")
    if let number = Int(text), isNoCode || number <= groups { return .reference([number]) }
    rewind(to: start)
    return nil
  }

  /// Reads what follows `\g`: a number, also one from here, or a name.
  ///
  /// - Throws: ``RuleError`` for a call of a group, which is spelt alike.
  mutating func reference() throws(RuleError) -> RegexNode {
    if peek == "<" || peek == "'" { throw unsupported("a recursion") }
    let text: String
    if take("{") {
      text = try self.text(upTo: "}").filter { $0 != " " && $0 != "\t" }
    } else {
      text = (take("-") ? "-" : take("+") ? "+" : "") + digits(5)
    }
    guard let number = Int(text) else { return .namedReference(text) }
    if text.hasPrefix("-") { return .reference([groups &+ 1 &+ number]) }
    return .reference([text.hasPrefix("+") ? groups &+ number : number])
  }

  /// Reads what follows `\k`.
  ///
  /// - Throws: ``RuleError`` when there is no name.
  mutating func namedReference() throws(RuleError) -> RegexNode {
    let end: Unicode.Scalar
    switch next() {
    case "<": end = ">"
    case "'": end = "'"
    case "{": end = "}"
    default: throw failure("'\\k' without a name")
    }
    return .namedReference(try text(upTo: end).filter { $0 != " " && $0 != "\t" })
  }
}
