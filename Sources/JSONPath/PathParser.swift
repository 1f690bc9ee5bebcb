import JSONText

/// Reads a path.
struct PathParser {
  /// The path as it was written.
  let text: String
  /// Its bytes, and the one that comes next.
  let bytes: [UInt8]
  var at = 0
  /// How many filters, parentheses and functions lie around the place.
  private var depth = 0

  static let depthLimit = 32

  /// Takes the path.
  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Reads the whole path.
  mutating func run() throws(JSONPathError) -> [PathSegment] {
    skipSpaces()
    guard let first = peek else { throw error("expected a path such as $.name") }
    if first == UInt8(ascii: "$") || first == UInt8(ascii: "@") {
      at += 1
      if at < bytes.count, !isNext("."), !isNext("["), !isSpace(bytes[at]) {
        throw error("expected '.' or '['")
      }
    } else if first != UInt8(ascii: "[") {
      let segments = [try name(isInFilter: false, isRecursive: false)]
      return try end(segments + (try self.segments(isInFilter: false)))
    }
    return try end(try segments(isInFilter: false))
  }

  private mutating func end(_ segments: [PathSegment]) throws(JSONPathError) -> [PathSegment] {
    skipSpaces()
    guard at == bytes.count else { throw error("expected '.', '[' or the end of the path") }
    return segments
  }

  /// Reads the steps behind `$` or `@`.
  mutating func segments(isInFilter: Bool) throws(JSONPathError) -> [PathSegment] {
    var segments: [PathSegment] = []
    while let byte = peek, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") {
      if byte == UInt8(ascii: "[") {
        segments.append(PathSegment(selector: try bracket(), isRecursive: false))
        continue
      }
      at += 1
      let isRecursive = take(".")
      if isNext("[") {
        segments.append(PathSegment(selector: try bracket(), isRecursive: isRecursive))
      } else {
        segments.append(try name(isInFilter: isInFilter, isRecursive: isRecursive))
      }
    }
    return segments
  }

  /// Reads a name, `*` or a function behind a dot.
  private mutating func name(
    isInFilter: Bool, isRecursive: Bool
  ) throws(JSONPathError) -> PathSegment {
    if take("*") { return PathSegment(selector: .wildcard, isRecursive: isRecursive) }
    let start = at
    while let byte = peek, !Self.endsName(byte, isInFilter: isInFilter) { at += 1 }
    guard at > start else { throw error("expected a name, '*' or '['") }
    let name = String(decoding: bytes[start..<at], as: UTF8.self)
    if isNext("(") {
      let selector = try function(name, from: start)
      if isRecursive { throw error("a function cannot follow '..'; write it behind a name", start) }
      return PathSegment(selector: selector, isRecursive: false)
    }
    if !isInFilter, let byte = peek, isSpace(byte), bytes[at...].contains(where: { !isSpace($0) }) {
      throw error("a name with a space stands in brackets: ['my name']")
    }
    return PathSegment(selector: .property(name), isRecursive: isRecursive)
  }

  private static func endsName(_ byte: UInt8, isInFilter: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "("), 0x09, 0x0A, 0x0D, 0x20: true
    default: isInFilter && Array("<>=~!&|),]".utf8).contains(byte)
    }
  }

  private mutating func function(
    _ name: String, from start: Int
  ) throws(JSONPathError) -> PathSelector {
    guard let function = PathFunction(rawValue: name) else {
      let known = PathFunction.allCases.map { "\($0.rawValue)()" }.joined(separator: ", ")
      throw error("there is no function '\(name)'; there are \(known)", start)
    }
    at += 1
    var arguments: [PathArgument] = []
    skipSpaces()
    while !isNext(")") {
      if !arguments.isEmpty { try expect(",") }
      skipSpaces()
      arguments.append(try argument())
      skipSpaces()
    }
    at += 1
    guard function.arity.contains(arguments.count) else {
      let arity = function.arity
      let wanted = arity.count == 1 ? "\(arity.lowerBound)" : "\(arity.lowerBound) or more"
      throw error("\(name)() takes \(wanted) arguments, not \(arguments.count)", start)
    }
    return .function(function, arguments)
  }

  private mutating func argument() throws(JSONPathError) -> PathArgument {
    try enter()
    defer { leave() }
    if isNext("$") || isNext("@") { return .path(try filterPath()) }
    return .literal(try literal())
  }

  /// Goes a level down.
  mutating func enter() throws(JSONPathError) {
    depth += 1
    if depth > Self.depthLimit {
      throw error("filters and functions are nested more than \(Self.depthLimit) levels deep")
    }
  }

  /// Goes a level up.
  mutating func leave() { depth -= 1 }
}
