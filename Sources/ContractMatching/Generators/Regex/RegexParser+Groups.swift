extension RegexParser {
  /// Reads a group behind its parenthesis, or an option such as `(?i)`.
  ///
  /// - Throws: ``RuleError`` for groups that texts cannot be made for.
  mutating func group() throws(RuleError) -> RegexNode {
    if peek == "*" { throw unsupported("a verb") }
    guard take("?") else { return try content(isKept: !flags.keepsNamedOnly) }
    if take(":") || take(">") { return try content(isKept: false) }
    if take("=") || take("!") || take("<=") || take("<!") || take("<*") || take("*") {
      throw unsupported("a look-around")
    }
    if take("P=") { return .namedReference(try text(upTo: ")")) }
    if take("P<") || take("<") { return try named(upTo: ">") }
    if take("'") { return try named(upTo: "'") }
    if take("|") { throw unsupported("a group whose branches share numbers") }
    if take("(") { throw unsupported("a condition") }
    if take("C") { throw unsupported("a callout") }
    return try options()
  }

  private mutating func named(upTo end: Unicode.Scalar) throws(RuleError) -> RegexNode {
    let name = try text(upTo: end)
    names[name, default: []].append(groups + 1)
    return try content(isKept: true)
  }

  private mutating func content(isKept: Bool) throws(RuleError) -> RegexNode {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw failure("groups lie in each other more than \(Self.depthLimit) deep")
    }
    if isKept { groups += 1 }
    let number = groups
    let outer = flags
    let node = try alternatives()
    guard take(")") else { throw failure("')' is missing") }
    flags = outer
    depth -= 1
    return isKept ? .group(number, node) : node
  }

  /// Reads `i)`, `-i:a)` and the like.
  private mutating func options() throws(RuleError) -> RegexNode {
    var inner = flags
    var value = true
    if take("^") { inner = RegexFlags() }
    while let scalar = next() {
      switch scalar {
      case ")":
        flags = inner
        return .nothing
      case ":":
        let outer = flags
        flags = inner
        let node = try content(isKept: false)
        flags = outer
        return node
      case "-": value = false
      case "x" where peek == "x": throw unsupported("the option 'xx'")
      default:
        guard inner.set(scalar, to: value) else {
          let isCall = "R&+P0123456789".unicodeScalars.contains(scalar)
          throw unsupported(isCall ? "a recursion" : "the option '\(scalar)'")
        }
      }
    }
    throw failure("')' is missing")
  }
}
