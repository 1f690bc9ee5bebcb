extension TemplateParser {
  /// Reads a value or a helper with what it is given.
  mutating func mustache() throws(TemplateError) -> TemplateExpression {
    skipSpaces()
    let start = at
    let head = try operand()
    guard case .path(let path) = head else { return head }
    let (arguments, hash) = try self.arguments()
    return try expression(path, arguments, hash, at: start)
  }

  private func expression(
    _ path: TemplatePath, _ arguments: [PlacedArgument], _ hash: [PlacedOption], at start: Int
  ) throws(TemplateError) -> TemplateExpression {
    if let name = path.simpleName, let helper = HelperTable.helpers[name] {
      let isValue = arguments.isEmpty && hash.isEmpty && helper.arity.lowerBound > 0
      if !isValue || helper.form == .block {
        if helper.form == .block { throw error("'\(name)' needs a body: {{#\(name) …}}", start) }
        return .call(try call(helper, arguments, hash, at: start))
      }
      throw error("'\(name)' needs \(Self.count(helper.arity))", start)
    }
    guard arguments.isEmpty, hash.isEmpty else {
      throw error(HelperTable.unknown(path.names.joined(separator: ".")), start)
    }
    return .path(path)
  }

  /// Reads what stands behind `#` up to the end of the tag.
  mutating func blockHead() throws(TemplateError) -> (TemplateBlock.Head, [String]) {
    skipSpaces()
    let start = at
    guard case .path(let path) = try operand() else {
      throw error("expected the name of a helper or of a value", start)
    }
    let (arguments, hash) = try self.arguments()
    let parameters = try blockParameters()
    if let name = path.simpleName, let helper = HelperTable.helpers[name] {
      if helper.form == .inline { throw error("'\(name)' has no body: {{\(name) …}}", start) }
      return (.call(try call(helper, arguments, hash, at: start)), parameters)
    }
    guard arguments.isEmpty, hash.isEmpty else {
      throw error(HelperTable.unknown(path.names.joined(separator: ".")), start)
    }
    return (.value(.path(path)), parameters)
  }

  private mutating func blockParameters() throws(TemplateError) -> [String] {
    skipSpaces()
    guard takeWord("as") else { return [] }
    skipSpaces()
    guard take("|") else { throw error("expected '|name|' behind 'as'") }
    var names: [String] = []
    while true {
      skipSpaces()
      if take("|") { return names }
      let start = at
      while let byte = peek, !Self.isSpace(byte), !Array("|}".utf8).contains(byte) { at += 1 }
      guard at > start else { throw error("expected a name or '|'") }
      names.append(String(decoding: bytes[start..<at], as: UTF8.self))
    }
  }

  // MARK: Arguments

  /// An argument and its place.
  typealias PlacedArgument = (expression: TemplateExpression, place: Int)
  /// An option and its place.
  typealias PlacedOption = (name: String, expression: TemplateExpression, place: Int)

  private mutating func arguments() throws(TemplateError) -> ([PlacedArgument], [PlacedOption]) {
    var arguments: [PlacedArgument] = []
    var options: [PlacedOption] = []
    while true {
      skipSpaces()
      guard let byte = peek, !Array("})~|".utf8).contains(byte) else { break }
      let start = at
      if isNext("as |") || isNext("as  |") { break }
      if let name = optionName() {
        skipSpaces()
        options.append((name, try operand(), start))
      } else {
        guard options.isEmpty else { throw error("options such as a=1 stand behind all others") }
        arguments.append((try operand(), start))
      }
    }
    return (arguments, options)
  }

  /// Takes the name of an option and its `=`.
  private mutating func optionName() -> String? {
    let name = bytes[at...].prefix {
      (97...122).contains($0 | 0x20) || (48...57).contains($0) || Array("_-".utf8).contains($0)
    }
    var end = at + name.count
    while end < bytes.count, Self.isSpace(bytes[end]) { end += 1 }
    guard !name.isEmpty, end < bytes.count, bytes[end] == UInt8(ascii: "=") else { return nil }
    at = end + 1
    return String(decoding: name, as: UTF8.self)
  }

  // MARK: Operands

  private mutating func operand() throws(TemplateError) -> TemplateExpression {
    guard let byte = peek else { throw error("expected a value or a helper") }
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      return .literal(.text(try quoted()))
    }
    if byte == UInt8(ascii: "(") { return try subexpression() }
    if let number = number() { return .literal(number) }
    if takeWord("true") { return .literal(.boolean(true)) }
    if takeWord("false") { return .literal(.boolean(false)) }
    if takeWord("null") || takeWord("undefined") { return .literal(.missing) }
    return .path(try path())
  }

  private mutating func subexpression() throws(TemplateError) -> TemplateExpression {
    try enter()
    defer { depth -= 1 }
    let start = at
    at += 1
    let inner = try mustache()
    skipSpaces()
    guard take(")") else { throw error("the subexpression is not closed by ')'", start) }
    return inner
  }

  private mutating func quoted() throws(TemplateError) -> String {
    let start = at
    let quote = bytes[at]
    at += 1
    var text: [UInt8] = []
    while let byte = peek {
      at += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), peek == quote {
        text.append(quote)
        at += 1
      } else {
        text.append(byte)
      }
    }
    throw error("the text is not closed by \(quote == 39 ? "'" : "\"")", start)
  }

  private mutating func number() -> TemplateValue? {
    var end = at
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    let digits = end
    while end < bytes.count, (48...57).contains(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
      end += 1
    }
    guard end > digits, (48...57).contains(bytes[digits]) else { return nil }
    if end < bytes.count, !Self.isSpace(bytes[end]), !Array("})~|".utf8).contains(bytes[end]) {
      return nil
    }
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    guard
      let value = Int(text).map({ TemplateValue.integer($0) }) ?? Double(text).map({ .decimal($0) })
    else { return nil }
    at = end
    return value
  }

  private mutating func path() throws(TemplateError) -> TemplatePath {
    var path = TemplatePath()
    let start = at
    path.isData = take("@")
    while take("../") { path.up += 1 }
    if takeWord("..") {
      path.up += 1
      return path
    }
    if takeWord("this") || takeWord(".") {
      path.isLocal = true
      return path
    }
    if take("./") || take("this.") || take("this/") { path.isLocal = true }
    repeat {
      path.names.append(try name(from: start))
    } while take(".") || take("/")
    return path
  }

  private mutating func name(from start: Int) throws(TemplateError) -> String {
    let place = at
    if take("[") {
      while let byte = peek, byte != UInt8(ascii: "]") { at += 1 }
      guard take("]") else { throw error("the name is not closed by ']'", place) }
      return String(decoding: bytes[(place + 1)..<(at - 1)], as: UTF8.self)
    }
    while let byte = peek, !Self.isSpace(byte),
      !Array("./[]{}()=|~'\"&<>!;,`%#^*+".utf8).contains(byte)
    {
      at += 1
    }
    guard at > place else { throw error("expected a name, a text in quotes, a number or '('") }
    return String(decoding: bytes[place..<at], as: UTF8.self)
  }
}
