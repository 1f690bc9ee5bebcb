/// A regular expression, read as far as texts can be made for it.
struct RegexSyntax: Sendable {
  /// The whole expression.
  let root: RegexNode
  /// The groups by their names; a name may stand for several.
  let names: [String: [Int]]

  /// Reads an expression that PCRE2 accepts.
  ///
  /// - Throws: ``RuleError`` with the place of what no text can be made for.
  init(_ pattern: String) throws(RuleError) {
    var parser = RegexParser(pattern)
    root = try parser.run()
    names = parser.names
  }
}
