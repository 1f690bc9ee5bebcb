extension RegexParser {
  /// Reads a class behind its bracket.
  ///
  /// - Throws: ``RuleError`` when a part of it is not supported, or no character is known that it has.
  mutating func characterClass() throws(RuleError) -> RegexNode {
    let isNegated = take("^")
    var set = ScalarSet()
    var isFirst = true
    while isFirst || peek != "]" {
      guard peek != nil else { throw failure("']' is missing") }
      isFirst = false
      switch try classItem() {
      case nil: break
      case .set(let other): set.formUnion(other)
      case .scalar(let lower):
        let upper = try endOfRange() ?? lower
        guard lower <= upper else { throw failure("the range of a class goes backwards") }
        set.insert(lower, through: upper)
      }
      addQuote(to: &set)
    }
    _ = next()
    if flags.ignoresCase { set.addOtherCase() }
    return try one(of: isNegated ? set.inverted : set)
  }

  /// Reads what is left of a quote, which may hold brackets.
  private mutating func addQuote(to set: inout ScalarSet) {
    while isQuoting {
      if take("\\E") {
        isQuoting = false
      } else if let scalar = next() {
        set.insert(scalar, through: scalar)
      } else {
        return
      }
    }
  }

  /// Reads one part of a class; `nil` stands for a part that means nothing.
  private mutating func classItem() throws(RuleError) -> Escaped? {
    if take("\\E") { return nil }
    if take("\\Q") {
      isQuoting = true
      return nil
    }
    if take("\\b") { return .scalar("\u{08}") }
    if take("\\") { return try escaped() }
    if peek == "[", peek(after: 1) == ":", let set = try named() { return .set(set) }
    return next().map { .scalar($0) }
  }

  /// Reads the upper end of a range, when one follows; a hyphen may also stand for itself.
  private mutating func endOfRange() throws(RuleError) -> Unicode.Scalar? {
    guard peek == "-", let after = peek(after: 1), after != "]" else { return nil }
    let start = at
    _ = next()
    if case .scalar(let upper)? = try classItem() { return upper }
    isQuoting = false
    rewind(to: start)
    return nil
  }

  /// Reads `[:alpha:]`; what does not end like that is no name.
  private mutating func named() throws(RuleError) -> ScalarSet? {
    let start = at
    _ = take("[:")
    let isNegated = take("^")
    var name = ""
    while let scalar = peek, scalar.isASCII, scalar.properties.isAlphabetic {
      name.unicodeScalars.append(scalar)
      _ = next()
    }
    guard take(":]") else {
      rewind(to: start)
      return nil
    }
    guard let set = ScalarSet.posix(name) else { throw unsupported("the class '[:\(name):]'") }
    return isNegated ? set.inverted : set
  }
}
