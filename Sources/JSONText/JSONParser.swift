/// Turns a text into a tape by RFC 8259, strictly, without recursion.
///
/// What the standard leaves open is decided like this: one byte order mark at the start is skipped;
/// of duplicate keys all are kept and reported; a lone surrogate escape is kept in the text and reads
/// as U+FFFD; bytes that are not UTF-8 are refused; numbers of any length are kept as their text.
struct JSONParser {
  private(set) var tape: [JSONTapeNode] = []
  private(set) var duplicates: [UInt32] = []
  private var containers: [UInt32] = []
  private let depthLimit: Int

  init(textLength: Int, depthLimit: Int) {
    self.depthLimit = depthLimit
    // API responses hold a node per 8 to 14 bytes; a document that needs more grows the tape.
    tape.reserveCapacity(textLength / 12 + 4)
    containers.reserveCapacity(16)
  }

  mutating func run(_ text: Span<UInt8>) throws(JSONSyntaxFault) {
    guard text.count < UInt32.max else {
      throw JSONSyntaxFault("the text has more than 4 GB", at: 0)
    }
    var at = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
    at = skipSpace(text, at)
    at = try value(text, at)
    while let container = containers.last {
      at = skipSpace(text, at)
      let isArray = tape[Int(container)].kind == .array
      let close = isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")
      guard at < text.count else {
        let what = isArray ? "array" : "object"
        throw JSONSyntaxFault("the \(what) that starts here is not closed", at: start(container))
      }
      if text[at] == close {
        at += 1
        try closeContainer(container, text, end: at)
      } else if text[at] == UInt8(ascii: ",") {
        at = skipSpace(text, at + 1)
        at = isArray ? try value(text, at) : try member(text, at)
      } else {
        throw JSONSyntaxFault(
          expected: isArray ? "',' or ']'" : "',' or '}'", in: text, at: at)
      }
    }
    at = skipSpace(text, at)
    guard at == text.count else {
      throw JSONSyntaxFault(expected: "the end of the text", in: text, at: at)
    }
  }

  private func start(_ node: UInt32) -> Int { Int(tape[Int(node)].start) }

  @inline(__always)
  private func skipSpace(_ text: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    while at < text.count {
      switch text[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return at
      }
    }
    return at
  }

  @inline(__always)
  private mutating func append(
    _ kind: JSONKind, _ start: Int, _ end: Int, _ flags: JSONTapeNode.Flags = [],
    hash: UInt16 = 0
  ) {
    tape.append(
      JSONTapeNode(
        kind: kind, flags: flags, hash: hash, start: UInt32(truncatingIfNeeded: start),
        length: UInt32(truncatingIfNeeded: end - start),
        next: UInt32(truncatingIfNeeded: tape.count + 1)))
  }

  /// Reads a scalar, or opens a container and reads its first value.
  private mutating func value(_ text: Span<UInt8>, _ from: Int) throws(JSONSyntaxFault) -> Int {
    var at = from
    while true {
      guard at < text.count else {
        throw JSONSyntaxFault(expected: "a value", in: text, at: at)
      }
      switch text[at] {
      case UInt8(ascii: "\""):
        return try string(text, at)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return try number(text, at)
      case UInt8(ascii: "{"):
        try open(.object, at)
        let next = skipSpace(text, at + 1)
        if next < text.count, text[next] == UInt8(ascii: "}") { return next }
        at = try key(text, next)
      case UInt8(ascii: "["):
        try open(.array, at)
        let next = skipSpace(text, at + 1)
        if next < text.count, text[next] == UInt8(ascii: "]") { return next }
        at = next
      case UInt8(ascii: "t"):
        return try literal(text, at, "true", .boolean, .isTrue)
      case UInt8(ascii: "f"):
        return try literal(text, at, "false", .boolean, [])
      case UInt8(ascii: "n"):
        return try literal(text, at, "null", .null, [])
      default:
        throw JSONSyntaxFault(expected: "a value", in: text, at: at)
      }
    }
  }

  private mutating func member(_ text: Span<UInt8>, _ at: Int) throws(JSONSyntaxFault) -> Int {
    try value(text, try key(text, at))
  }

  /// Reads a key and its colon; gives the offset of the value.
  private mutating func key(_ text: Span<UInt8>, _ at: Int) throws(JSONSyntaxFault) -> Int {
    guard at < text.count, text[at] == UInt8(ascii: "\"") else {
      throw JSONSyntaxFault(expected: "a key in '\"'", in: text, at: at)
    }
    let end = skipSpace(text, try string(text, at))
    guard end < text.count, text[end] == UInt8(ascii: ":") else {
      throw JSONSyntaxFault(expected: "':'", in: text, at: end)
    }
    return skipSpace(text, end + 1)
  }

  @inline(__always)
  private mutating func string(_ text: Span<UInt8>, _ at: Int) throws(JSONSyntaxFault) -> Int {
    let (end, escaped) = try JSONStringScanner.scan(text, from: at)
    if escaped {
      let decoded = JSONStringScanner.decode(text, from: at + 1, to: end - 1)
      let hash = JSONStringScanner.hash(decoded.span, from: 0, to: decoded.count)
      append(.string, at, end, .escaped, hash: hash)
    } else {
      append(
        .string, at, end, hash: JSONStringScanner.hash(text, from: at + 1, to: end - 1))
    }
    return end
  }

  private mutating func literal(
    _ text: Span<UInt8>, _ at: Int, _ word: StaticString, _ kind: JSONKind,
    _ flags: JSONTapeNode.Flags
  ) throws(JSONSyntaxFault) -> Int {
    let end = at + word.utf8CodeUnitCount
    var matches = end <= text.count
    if matches {
      for offset in 0..<word.utf8CodeUnitCount
      where text[at + offset] != word.utf8Start[offset] {
        matches = false
      }
    }
    guard matches else { throw JSONSyntaxFault(expected: "'\(word)'", in: text, at: at) }
    append(kind, at, end, flags)
    return end
  }

  private mutating func number(_ text: Span<UInt8>, _ start: Int) throws(JSONSyntaxFault) -> Int {
    var at = start
    var flags: JSONTapeNode.Flags = []
    if text[at] == UInt8(ascii: "-") { at += 1 }
    let integer = digits(text, at)
    guard integer > at else { throw JSONSyntaxFault(expected: "a digit", in: text, at: at) }
    if text[at] == UInt8(ascii: "0"), integer > at + 1 {
      throw JSONSyntaxFault("a number does not start with 0", at: at)
    }
    at = integer
    if at < text.count, text[at] == UInt8(ascii: ".") {
      flags = .decimal
      let fraction = digits(text, at + 1)
      guard fraction > at + 1 else {
        throw JSONSyntaxFault(expected: "a digit", in: text, at: at + 1)
      }
      at = fraction
    }
    if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
      flags = .decimal
      at += 1
      if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") {
        at += 1
      }
      let exponent = digits(text, at)
      guard exponent > at else { throw JSONSyntaxFault(expected: "a digit", in: text, at: at) }
      at = exponent
    }
    append(.number, start, at, flags)
    return at
  }

  @inline(__always)
  private func digits(_ text: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    while at < text.count, text[at] >= UInt8(ascii: "0"), text[at] <= UInt8(ascii: "9") {
      at += 1
    }
    return at
  }

  private mutating func open(_ kind: JSONKind, _ at: Int) throws(JSONSyntaxFault) {
    guard containers.count < depthLimit else {
      throw JSONSyntaxFault("nested deeper than \(depthLimit) levels", at: at)
    }
    containers.append(UInt32(truncatingIfNeeded: tape.count))
    append(kind, at, at)
  }

  private mutating func closeContainer(
    _ index: UInt32, _ text: Span<UInt8>, end: Int
  ) throws(JSONSyntaxFault) {
    containers.removeLast()
    let node = Int(index)
    tape[node].length = UInt32(truncatingIfNeeded: end) - tape[node].start
    tape[node].next = UInt32(truncatingIfNeeded: tape.count)
    if tape[node].kind == .object { findDuplicates(node, text) }
  }

  /// Notes the keys of an object that stand in it more than once.
  private mutating func findDuplicates(_ object: Int, _ text: Span<UInt8>) {
    var seen: [Int: Int]?
    var count = 0
    var key = object + 1
    let end = tape.count
    while key < end {
      count += 1
      if count == 17 { seen = fullHashes(object, before: key, text) }
      if seen != nil {
        let hash = fullHash(key, text)
        if let other = seen?[hash], sameKey(other, key, text) {
          duplicates.append(UInt32(truncatingIfNeeded: key))
        }
        seen?[hash] = key
      } else {
        var other = object + 1
        while other < key {
          if tape[other].hash == tape[key].hash, sameKey(other, key, text) {
            duplicates.append(UInt32(truncatingIfNeeded: key))
            break
          }
          other = Int(tape[other + 1].next)
        }
      }
      key = Int(tape[key + 1].next)
    }
  }

  private func fullHashes(_ object: Int, before end: Int, _ text: Span<UInt8>) -> [Int: Int] {
    var hashes: [Int: Int] = [:]
    var key = object + 1
    while key < end {
      hashes[fullHash(key, text)] = key
      key = Int(tape[key + 1].next)
    }
    return hashes
  }

  private func fullHash(_ key: Int, _ text: Span<UInt8>) -> Int {
    var hasher = Hasher()
    for byte in decoded(key, text) { hasher.combine(byte) }
    return hasher.finalize()
  }

  private func sameKey(_ left: Int, _ right: Int, _ text: Span<UInt8>) -> Bool {
    decoded(left, text) == decoded(right, text)
  }

  private func decoded(_ key: Int, _ text: Span<UInt8>) -> [UInt8] {
    let start = Int(tape[key].start) + 1
    return JSONStringScanner.decode(text, from: start, to: start + Int(tape[key].length) - 2)
  }
}
