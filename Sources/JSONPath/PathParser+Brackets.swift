extension PathParser {
  /// Reads what stands in brackets.
  mutating func bracket() throws(JSONPathError) -> PathSelector {
    let start = at
    at += 1
    skipSpaces()
    guard let byte = peek else { throw error("the bracket is not closed", start) }
    let selector: PathSelector
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): selector = try names()
    case UInt8(ascii: "*"):
      at += 1
      selector = .wildcard
    case UInt8(ascii: "?"): selector = .filter(try filter())
    case UInt8(ascii: "-"), UInt8(ascii: ":"), 48...57: selector = try indices()
    default:
      throw error("expected an index, a slice such as 0:2, a name in quotes, '*' or '?('")
    }
    skipSpaces()
    guard take("]") else { throw error("expected ']'") }
    return selector
  }

  private mutating func names() throws(JSONPathError) -> PathSelector {
    var names: [String] = []
    repeat {
      skipSpaces()
      guard isNext("'") || isNext("\"") else { throw error("expected a name in quotes") }
      names.append(try quoted())
      skipSpaces()
    } while take(",")
    return names.count == 1 ? .property(names[0]) : .properties(names)
  }

  private mutating func indices() throws(JSONPathError) -> PathSelector {
    let from = isNext(":") ? nil : try index()
    skipSpaces()
    if take(":") {
      skipSpaces()
      let to = isNext("]") ? nil : try index()
      skipSpaces()
      if isNext(":") { throw error("a slice has no step in this dialect; write [from:to]") }
      if from == nil, to == nil { throw error("a slice needs a bound; write [*] for all") }
      return .slice(from: from, to: to)
    }
    var all = from.map { [$0] } ?? []
    while take(",") {
      skipSpaces()
      all.append(try index())
      skipSpaces()
    }
    return .indices(all)
  }

  private mutating func index() throws(JSONPathError) -> Int {
    let start = at
    _ = take("-")
    while let byte = peek, (48...57).contains(byte) { at += 1 }
    guard let index = Int(String(decoding: bytes[start..<at], as: UTF8.self)) else {
      throw error("expected an index", start)
    }
    return index
  }

  private mutating func filter() throws(JSONPathError) -> FilterExpression {
    at += 1
    skipSpaces()
    guard isNext("(") else { throw error("expected '(': a filter is written [?(@.name == 1)]") }
    at += 1
    let expression = try disjunction()
    skipSpaces()
    try expect(")")
    return expression
  }
}
