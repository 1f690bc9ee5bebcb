import ContractMatching
import JSONText

extension PathParser {
  /// Reads conditions with `||` between them.
  mutating func disjunction() throws(JSONPathError) -> FilterExpression {
    try enter()
    defer { leave() }
    var all = [try conjunction()]
    skipSpaces()
    while take("||") {
      all.append(try conjunction())
      skipSpaces()
    }
    return all.count == 1 ? all[0] : .or(all)
  }

  private mutating func conjunction() throws(JSONPathError) -> FilterExpression {
    var all = [try condition()]
    skipSpaces()
    while take("&&") {
      all.append(try condition())
      skipSpaces()
    }
    return all.count == 1 ? all[0] : .and(all)
  }

  private mutating func condition() throws(JSONPathError) -> FilterExpression {
    skipSpaces()
    if isNext("!"), !isNext("!=") {
      at += 1
      try enter()
      defer { leave() }
      return .not(try condition())
    }
    if take("(") {
      let inner = try disjunction()
      skipSpaces()
      try expect(")")
      return inner
    }
    return try comparison()
  }

  private mutating func comparison() throws(JSONPathError) -> FilterExpression {
    let start = at
    let left = try operand()
    skipSpaces()
    guard let comparison = comparator() else {
      if case .path(let path) = left { return .exists(path) }
      throw error("expected an operator such as ==, <, =~, in or contains")
    }
    skipSpaces()
    let right = try operand()
    if comparison == .matches {
      var patterns = 0
      for case .pattern in [left, right] { patterns += 1 }
      if patterns != 1 { throw error("=~ needs a regular expression such as /a.*/i", start) }
    }
    return .comparison(left, comparison, right)
  }

  private mutating func comparator() -> FilterOperator? {
    for candidate in FilterOperator.allCases {
      let count = candidate.rawValue.utf8.count
      guard count <= bytes.count - at else { continue }
      let next = bytes[at..<at + count]
      if candidate.isWord {
        let word = next.map { $0 | 0x20 }
        let after = at + count < bytes.count ? bytes[at + count] : 0x20
        guard word.elementsEqual(candidate.rawValue.utf8), !Self.isWordByte(after) else { continue }
      } else if !next.elementsEqual(candidate.rawValue.utf8) {
        continue
      }
      at += count
      return candidate
    }
    return nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
  }

  private mutating func operand() throws(JSONPathError) -> FilterOperand {
    if isNext("$") || isNext("@") { return .path(try filterPath()) }
    if isNext("/") { return .pattern(try pattern()) }
    return .literal(try literal())
  }

  /// Reads a path in a filter or as an argument.
  mutating func filterPath() throws(JSONPathError) -> FilterPath {
    let isAbsolute = isNext("$")
    at += 1
    return FilterPath(isAbsolute: isAbsolute, segments: try segments(isInFilter: true))
  }

  private mutating func pattern() throws(JSONPathError) -> RegularExpression {
    let start = at
    at += 1
    var body: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "/") {
      at += 1
      body.append(byte)
      if byte == UInt8(ascii: "\\"), let next = peek {
        body.append(next)
        at += 1
      }
    }
    guard take("/") else { throw error("the regular expression is not closed by '/'", start) }
    var flags = ""
    while let byte = peek, (97...122).contains(byte | 0x20) {
      // Java's flags d, u and U choose between tables of characters: PCRE2's are Unicode's.
      switch byte {
      case UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "x"):
        flags.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "d"), UInt8(ascii: "u"), UInt8(ascii: "U"): break
      default: throw error("a regular expression has the flags i, m, s, x, d, u and U only")
      }
      at += 1
    }
    let text = String(decoding: body, as: UTF8.self)
    do {
      return try RegularExpression(flags.isEmpty ? text : "(?\(flags))\(text)")
    } catch {
      throw self.error(error.message, start)
    }
  }
}
