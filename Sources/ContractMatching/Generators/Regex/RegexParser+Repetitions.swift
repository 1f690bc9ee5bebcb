extension RegexParser {
  /// PCRE2 reads `{,3}` and `{ 1, 3 }` as repetitions since version 10.43, and as text before.
  private static let readsLooseBraces: Bool =
    (try? RegularExpression("a{,2}"))?.match("aa") == .matches

  /// Reads the quantifier behind a part, if there is one.
  mutating func repetition(of node: RegexNode) -> RegexNode {
    skipIgnored()
    guard !isQuoting, let (least, most) = quantifier() else { return node }
    // White space and comments may stand before the sign of a lazy or possessive quantifier as well.
    skipIgnored()
    if !isQuoting { _ = take("?") || take("+") }
    if case .nothing = node { return node }
    return .repetition(node, least: least, most: most)
  }

  private mutating func quantifier() -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = at
    guard take("{") else { return nil }
    if let range = braces() { return range }
    rewind(to: start)
    return nil
  }

  private mutating func braces() -> (least: Int, most: Int?)? {
    skipSpace()
    let least = digits(5)
    skipSpace()
    if take("}") { return Int(least).map { ($0, $0) } }
    guard take(",") else { return nil }
    skipSpace()
    let most = digits(5)
    skipSpace()
    guard take("}"), !least.isEmpty || (Self.readsLooseBraces && !most.isEmpty) else { return nil }
    return (Int(least) ?? 0, Int(most))
  }

  private mutating func skipSpace() {
    guard Self.readsLooseBraces else { return }
    while take(" ") || take("\t") {}
  }
}
