extension RegexParser {
  /// What an escape stands for, in a class or outside of one.
  enum Escaped {
    case scalar(Unicode.Scalar)
    case set(ScalarSet)
  }

  /// Reads an escape behind its backslash, outside of a class.
  ///
  /// - Throws: ``RuleError`` for escapes that texts cannot be made for.
  mutating func escape() throws(RuleError) -> RegexNode {
    switch peek {
    case "b", "B", "A", "Z", "z", "G":
      _ = next()
      return .nothing
    case "R":
      _ = next()
      return .one(of: ["\n"])
    case "N" where peek(after: 1) != "{", "X":
      _ = next()
      return .one(of: ScalarSet.any.choices)
    case "k":
      _ = next()
      return try namedReference()
    case "g":
      _ = next()
      return try reference()
    case let digit? where ("1"..."9").contains(digit):
      if let reference = numberedReference() { return reference }
    default: break
    }
    switch try escaped() {
    case .scalar(let scalar): return .one(of: [scalar])
    case .set(let set): return try one(of: set)
    }
  }

  /// A choice among the characters of a set.
  ///
  /// - Throws: ``RuleError`` when there are none.
  func one(of set: ScalarSet) throws(RuleError) -> RegexNode {
    let choices = set.choices
    guard !choices.isEmpty else { throw failure("no character is known that matches here") }
    return .one(of: choices)
  }

  /// Reads an escape that means the same in a class and outside of it.
  ///
  /// - Throws: ``RuleError`` for escapes that texts cannot be made for.
  mutating func escaped() throws(RuleError) -> Escaped {
    guard let scalar = next() else { throw failure("the expression ends with a backslash") }
    if let set = ScalarSet.shorthand(scalar) { return .set(set) }
    switch scalar {
    case "p", "P": return .set(try property(isNegated: scalar == "P"))
    case "t": return .scalar("\t")
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "f": return .scalar("\u{0C}")
    case "a": return .scalar("\u{07}")
    case "e": return .scalar("\u{1B}")
    case "c": return .scalar(try control())
    case "x":
      if take("{") { return .scalar(try code(try text(upTo: "}"), radix: 16)) }
      return .scalar(try code("0" + digits(2, radix: 16), radix: 16))
    case "o":
      guard take("{") else { throw unsupported("'\\o'") }
      return .scalar(try code(try text(upTo: "}"), radix: 8))
    case "0"..."7":
      rewind(to: at - 1)
      return .scalar(try code(digits(3, radix: 8), radix: 8))
    case "g": return .scalar(scalar)  // a reference only outside of classes
    case "a"..."z", "A"..."Z": throw unsupported("'\\\(scalar)'")
    default: return .scalar(scalar)
    }
  }

  private func code(_ digits: String, radix: UInt32) throws(RuleError) -> Unicode.Scalar {
    var number: UInt32 = 0
    for digit in digits where digit != " " && digit != "\t" {
      guard let value = digit.hexDigitValue, value < radix, number <= 0x10FFFF else {
        throw unsupported("a number such as '\(digits)'")
      }
      number = number * radix + UInt32(value)
    }
    guard let scalar = Unicode.Scalar(number) else { throw unsupported("this character") }
    return scalar
  }

  private mutating func control() throws(RuleError) -> Unicode.Scalar {
    guard let letter = next(), letter.isASCII,
      let upper = String(letter).uppercased().unicodeScalars.first,
      let control = Unicode.Scalar(upper.value ^ 0x40)
    else { throw unsupported("'\\c'") }
    return control
  }

  private mutating func property(isNegated: Bool) throws(RuleError) -> ScalarSet {
    var name: String
    if take("{") {
      name = try text(upTo: "}")
    } else {
      name = next().map { String($0) } ?? ""
    }
    let isInverse = name.hasPrefix("^")
    if isInverse { name.removeFirst() }
    guard let set = ScalarSet.property(name) else {
      throw unsupported("the property '\(name)'")
    }
    return isInverse != isNegated ? set.inverted : set
  }
}
