import JSONText

/// Reads a template.
struct TemplateParser {
  let bytes: [UInt8]
  let options: TemplateOptions
  /// The byte that comes next.
  var at = 0
  /// How many blocks and subexpressions lie around the place.
  var depth = 0
  /// Whether white space that comes is dropped.
  private var trims = false

  static let depthLimit = 100

  /// Takes the template.
  init(_ text: String, options: TemplateOptions) {
    bytes = Array(text.utf8)
    self.options = options
  }

  /// What ends a list of nodes.
  private enum End {
    case text
    /// `{{/name}}`, with the place of the tag.
    case close(String, Int)
    /// `{{else}}` or `{{^}}`.
    case otherwise(Int)
    /// `{{else if …}}`, with the place of the helper.
    case otherwiseBlock(Int)
  }

  /// Reads the whole template.
  mutating func run() throws(TemplateError) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    switch try read(into: &nodes) {
    case .text: return nodes
    case .close(let name, let place): throw error("'{{/\(name)}}' closes no block", place)
    case .otherwise(let place), .otherwiseBlock(let place):
      throw error("'{{else}}' stands in no block", place)
    }
  }

  private mutating func read(into nodes: inout [TemplateNode]) throws(TemplateError) -> End {
    while at < bytes.count {
      readText(into: &nodes)
      guard at < bytes.count else { break }
      if let end = try readTag(into: &nodes) { return end }
    }
    return .text
  }

  /// Reads text up to the next tag.
  private mutating func readText(into nodes: inout [TemplateNode]) {
    var text: [UInt8] = []
    while let byte = peek {
      if isNext("\\\\{{") {
        text.append(byte)
        at += 2
        break
      }
      if isNext("\\{{") {
        text += Array("{{".utf8)
        at += 3
        continue
      }
      if isNext("{{") { break }
      text.append(byte)
      at += 1
    }
    if trims { text = Array(text.drop(while: Self.isSpace)) }
    if !text.isEmpty { trims = false }
    if isNext("{{~") || isNext("{{{~") {
      while let last = text.last, Self.isSpace(last) { text.removeLast() }
    }
    if !text.isEmpty { nodes.append(.text(text)) }
  }

  private mutating func readTag(into nodes: inout [TemplateNode]) throws(TemplateError) -> End? {
    let start = at
    trims = false
    if isNext("{{{{") {
      throw error("raw blocks {{{{ }}}} are not supported; escape braces as \\{{")
    }
    let isTriple = take("{{{")
    if !isTriple { at += 2 }
    _ = take("~")
    if isTriple {
      nodes.append(.output(try mustache(), isEscaped: false))
      try close("}}}", from: start)
      return nil
    }
    if isNext("!") {
      try comment(from: start)
      return nil
    }
    if take("#") {
      nodes.append(try block(from: start, isInverse: false))
      return nil
    }
    if take("/") { return .close(try closingName(from: start), start) }
    if take("^") {
      skipSpaces()
      if isNext("}}") || isNext("~}}") {
        try close("}}", from: start)
        return .otherwise(start)
      }
      nodes.append(try block(from: start, isInverse: true))
      return nil
    }
    if take("&") {
      nodes.append(.output(try mustache(), isEscaped: false))
    } else if isNext(">") || isNext("=") || isNext("*") {
      throw error("partials, decorators and other delimiters are not supported", start)
    } else {
      skipSpaces()
      if takeWord("else") {
        skipSpaces()
        if !isNext("}}"), !isNext("~}}") { return .otherwiseBlock(at) }
        try close("}}", from: start)
        return .otherwise(start)
      }
      nodes.append(.output(try mustache(), isEscaped: true))
    }
    try close("}}", from: start)
    return nil
  }

  private mutating func comment(from start: Int) throws(TemplateError) {
    let isLong = isNext("!--")
    while at < bytes.count {
      if isLong ? isNext("--}}") || isNext("--~}}") : isNext("}}") || isNext("~}}") {
        if isLong { at += 2 }
        return try close("}}", from: start)
      }
      at += 1
    }
    throw error("the comment is not closed by '\(isLong ? "--}}" : "}}")'", start)
  }

  private mutating func closingName(from start: Int) throws(TemplateError) -> String {
    skipSpaces()
    let place = at
    while let byte = peek, !Self.isSpace(byte), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "~")
    {
      at += 1
    }
    let name = String(decoding: bytes[place..<at], as: UTF8.self)
    try close("}}", from: start)
    return name
  }

  /// Takes the end of a tag.
  private mutating func close(_ end: StaticString, from start: Int) throws(TemplateError) {
    skipSpaces()
    if take("~") { trims = true }
    guard take(end) else {
      if at == bytes.count { throw error("the expression is not closed by '\(end)'", start) }
      throw error("expected '\(end)'")
    }
  }

  // MARK: Blocks

  private mutating func block(
    from start: Int, isInverse: Bool
  ) throws(TemplateError) -> TemplateNode {
    try enter()
    defer { depth -= 1 }
    skipSpaces()
    let nameStart = at
    let (head, parameters) = try blockHead()
    let name = blockName(from: nameStart)
    try close("}}", from: start)
    var block = TemplateBlock(head: head, parameters: parameters, body: [], inverse: [])
    let end = try rest(of: &block)
    guard case .close(let closing, let place) = end else {
      throw error("the block '{{#\(name)}}' is not closed by '{{/\(name)}}'", start)
    }
    guard closing == name else {
      throw error("'{{/\(closing)}}' stands where '{{/\(name)}}' is expected", place)
    }
    if isInverse { swap(&block.body, &block.inverse) }
    return .block(block)
  }

  /// Reads the two bodies of a block.
  private mutating func rest(of block: inout TemplateBlock) throws(TemplateError) -> End {
    var end = try read(into: &block.body)
    switch end {
    case .otherwise:
      end = try read(into: &block.inverse)
      if case .otherwise(let place) = end { throw error("a block has one '{{else}}' only", place) }
      return end
    case .otherwiseBlock(let place):
      try enter()
      defer { depth -= 1 }
      at = place
      let (head, parameters) = try blockHead()
      try close("}}", from: place)
      var inner = TemplateBlock(head: head, parameters: parameters, body: [], inverse: [])
      end = try rest(of: &inner)
      block.inverse = [.block(inner)]
      return end
    case .close, .text: return end
    }
  }

  private func blockName(from start: Int) -> String {
    let name = bytes[start...].prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "}") }
    let text = String(decoding: name, as: UTF8.self)
    return text.hasSuffix("~") ? String(text.dropLast()) : text
  }

  /// Goes a level down.
  mutating func enter() throws(TemplateError) {
    depth += 1
    if depth > Self.depthLimit {
      throw error("blocks and expressions are nested more than \(Self.depthLimit) levels deep")
    }
  }
}
