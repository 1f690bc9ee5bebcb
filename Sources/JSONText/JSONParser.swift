/// Turns a text into a tape by RFC 8259, strictly, without recursion.
///
/// What the standard leaves open is decided like this: one byte order mark at the start is skipped;
/// of duplicate keys all are kept and reported; a lone surrogate escape is kept in the text and reads
/// as U+FFFD; bytes that are not UTF-8 are refused; numbers of any length are kept as their text.
struct JSONParser {
  private(set) var tape: [JSONTapeNode] = []
  private(set) var duplicates: [UInt32] = []
  private let depthLimit: Int
  /// Containers that lie this deep are checked, but keep no nodes for their content.
  private let opaqueDepth: Int

  /// A container that is open.
  private struct Frame {
    var node: Int
    var isArray: Bool
    var start = 0
    /// A bit for each key so far: a key whose bit is not set stands here for the first time.
    var keys: UInt64 = 0
    /// Whether a key's bit was set already.
    var mayRepeat = false
  }

  init(textLength: Int, depthLimit: Int, opaqueDepth: Int = .max) {
    self.depthLimit = depthLimit
    self.opaqueDepth = opaqueDepth
    // API responses hold a node per 8 to 14 bytes; a document that needs more grows the tape.
    tape.reserveCapacity(textLength / 10 + 4)
  }

  mutating func run(_ text: Span<UInt8>) throws(JSONSyntaxFault) {
    guard text.count < UInt32.max else {
      throw JSONSyntaxFault("the text has more than 4 GB", at: 0)
    }
    // Locals stay in registers where the members of an inout self would not.
    var tape = self.tape
    self.tape = []
    var frames: [Frame] = []
    frames.reserveCapacity(16)
    var frame = Frame(node: -1, isArray: false)
    // Whether what comes gets nodes: not inside of an opaque container.
    var isKept = true
    var at = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0

    values: while true {
      at = Self.skipSpace(text, at)
      guard at < text.count else {
        throw JSONSyntaxFault(expected: "a value", in: text, at: at)
      }
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "\""):
        let (end, escaped) = try JSONStringScanner.scan(text, from: at)
        if isKept { Self.append(.string, at, end, escaped ? .escaped : [], to: &tape) }
        at = end
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (end, isDecimal) = try Self.number(text, at)
        if isKept { Self.append(.number, at, end, isDecimal ? .decimal : [], to: &tape) }
        at = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard frames.count < depthLimit else {
          throw JSONSyntaxFault("nested deeper than \(depthLimit) levels", at: at)
        }
        frames.append(frame)
        let isArray = byte == UInt8(ascii: "[")
        frame = Frame(node: tape.count, isArray: isArray, start: at)
        if isKept { Self.append(isArray ? .array : .object, at, at, to: &tape) }
        isKept = frames.count < opaqueDepth
        at = Self.skipSpace(text, at + 1)
        let close = isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")
        if at >= text.count || text[at] != close {
          if !isArray {
            at = try Self.key(text, at, &tape, &frame, isKept: isKept)
          }
          continue values
        }
      case UInt8(ascii: "t"):
        at = try Self.literal(text, at, "true", .boolean, .isTrue, &tape, isKept: isKept)
      case UInt8(ascii: "f"):
        at = try Self.literal(text, at, "false", .boolean, [], &tape, isKept: isKept)
      case UInt8(ascii: "n"):
        at = try Self.literal(text, at, "null", .null, [], &tape, isKept: isKept)
      default:
        throw JSONSyntaxFault(expected: "a value", in: text, at: at)
      }

      // A value has ended, and with it perhaps the containers around it.
      while frame.node >= 0 {
        at = Self.skipSpace(text, at)
        guard at < text.count else {
          throw JSONSyntaxFault(
            "the \(frame.isArray ? "array" : "object") that starts here is not closed",
            at: frame.start)
        }
        if text[at] == UInt8(ascii: ",") {
          at = Self.skipSpace(text, at + 1)
          if !frame.isArray {
            at = try Self.key(text, at, &tape, &frame, isKept: isKept)
          }
          continue values
        }
        guard text[at] == (frame.isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")) else {
          throw JSONSyntaxFault(
            expected: frame.isArray ? "',' or ']'" : "',' or '}'", in: text, at: at)
        }
        at += 1
        let isOpaque = !isKept
        isKept = frames.count - 1 < opaqueDepth
        if isKept {
          tape[frame.node].length = UInt32(truncatingIfNeeded: at - frame.start)
          tape[frame.node].next = UInt32(truncatingIfNeeded: tape.count)
          if isOpaque { tape[frame.node].flags = .opaque }
        }
        if frame.mayRepeat { findDuplicates(frame.node, tape, text) }
        frame = frames.removeLast()
      }
      break
    }
    at = Self.skipSpace(text, at)
    guard at == text.count else {
      throw JSONSyntaxFault(expected: "the end of the text", in: text, at: at)
    }
    self.tape = tape
  }

  @inline(__always)
  private static func skipSpace(_ text: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    while at < text.count {
      let byte = text[at]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        break
      }
      at += 1
    }
    return at
  }

  @inline(__always)
  private static func append(
    _ kind: JSONKind, _ start: Int, _ end: Int, _ flags: JSONTapeNode.Flags = [],
    hash: UInt16 = 0, to tape: inout [JSONTapeNode]
  ) {
    tape.append(
      JSONTapeNode(
        kind: kind, flags: flags, hash: hash, start: UInt32(truncatingIfNeeded: start),
        length: UInt32(truncatingIfNeeded: end - start),
        next: UInt32(truncatingIfNeeded: tape.count + 1)))
  }

  /// Reads a key and its colon; gives the offset behind the colon.
  ///
  /// - Parameter isKept: whether the key stays; if not, it is not looked at for being there twice.
  @inline(__always)
  private static func key(
    _ text: Span<UInt8>, _ at: Int, _ tape: inout [JSONTapeNode], _ frame: inout Frame,
    isKept: Bool
  ) throws(JSONSyntaxFault) -> Int {
    guard at < text.count, text[at] == UInt8(ascii: "\"") else {
      throw JSONSyntaxFault(expected: "a key in '\"'", in: text, at: at)
    }
    let (end, escaped) = try JSONStringScanner.scan(text, from: at)
    let hash: UInt16
    if !isKept {
      hash = 0
    } else if escaped {
      let decoded = JSONStringScanner.decode(text, from: at + 1, to: end - 1)
      hash = JSONStringScanner.hash(decoded.span, from: 0, to: decoded.count)
    } else {
      hash = JSONStringScanner.hash(text, from: at + 1, to: end - 1)
    }
    if isKept {
      let bit = UInt64(1) << UInt64(hash & 63)
      if frame.keys & bit != 0 { frame.mayRepeat = true }
      frame.keys |= bit
    }
    if isKept { append(.string, at, end, escaped ? .escaped : [], hash: hash, to: &tape) }
    let colon = skipSpace(text, end)
    guard colon < text.count, text[colon] == UInt8(ascii: ":") else {
      throw JSONSyntaxFault(expected: "':'", in: text, at: colon)
    }
    return colon + 1
  }

  private static func literal(
    _ text: Span<UInt8>, _ at: Int, _ word: StaticString, _ kind: JSONKind,
    _ flags: JSONTapeNode.Flags, _ tape: inout [JSONTapeNode], isKept: Bool
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
    if isKept { append(kind, at, end, flags, to: &tape) }
    return end
  }

  @inline(__always)
  private static func number(
    _ text: Span<UInt8>, _ start: Int
  ) throws(JSONSyntaxFault) -> (end: Int, isDecimal: Bool) {
    var at = start
    var isDecimal = false
    if text[at] == UInt8(ascii: "-") { at += 1 }
    let integer = digits(text, at)
    guard integer > at else { throw JSONSyntaxFault(expected: "a digit", in: text, at: at) }
    if text[at] == UInt8(ascii: "0"), integer > at + 1 {
      throw JSONSyntaxFault("a number does not start with 0", at: at)
    }
    at = integer
    if at < text.count, text[at] == UInt8(ascii: ".") {
      isDecimal = true
      let fraction = digits(text, at + 1)
      guard fraction > at + 1 else {
        throw JSONSyntaxFault(expected: "a digit", in: text, at: at + 1)
      }
      at = fraction
    }
    if at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
      isDecimal = true
      at += 1
      if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") {
        at += 1
      }
      let exponent = digits(text, at)
      guard exponent > at else { throw JSONSyntaxFault(expected: "a digit", in: text, at: at) }
      at = exponent
    }
    return (at, isDecimal)
  }

  @inline(__always)
  private static func digits(_ text: Span<UInt8>, _ from: Int) -> Int {
    var at = from
    while at < text.count, text[at] >= UInt8(ascii: "0"), text[at] <= UInt8(ascii: "9") {
      at += 1
    }
    return at
  }

  /// Notes the keys of an object that stand in it more than once.
  private mutating func findDuplicates(
    _ object: Int, _ tape: [JSONTapeNode], _ text: Span<UInt8>
  ) {
    var seen: [Int: Int] = [:]
    var key = object + 1
    var count = 0
    while key < tape.count {
      count += 1
      if count <= 16 {
        var other = object + 1
        while other < key {
          if tape[other].hash == tape[key].hash, Self.sameKey(tape[other], tape[key], text) {
            duplicates.append(UInt32(truncatingIfNeeded: key))
            break
          }
          other = Int(tape[other + 1].next)
        }
      } else {
        if count == 17 { seen = Self.fullHashes(object, before: key, tape, text) }
        let hash = Self.fullHash(tape[key], text)
        if let other = seen[hash], Self.sameKey(tape[other], tape[key], text) {
          duplicates.append(UInt32(truncatingIfNeeded: key))
        }
        seen[hash] = key
      }
      key = Int(tape[key + 1].next)
    }
  }

  private static func fullHashes(
    _ object: Int, before end: Int, _ tape: [JSONTapeNode], _ text: Span<UInt8>
  ) -> [Int: Int] {
    var hashes: [Int: Int] = [:]
    var key = object + 1
    while key < end {
      hashes[fullHash(tape[key], text)] = key
      key = Int(tape[key + 1].next)
    }
    return hashes
  }

  private static func fullHash(_ key: JSONTapeNode, _ text: Span<UInt8>) -> Int {
    var hasher = Hasher()
    decoded(key, text).withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  private static func sameKey(
    _ left: JSONTapeNode, _ right: JSONTapeNode, _ text: Span<UInt8>
  ) -> Bool {
    decoded(left, text) == decoded(right, text)
  }

  private static func decoded(_ key: JSONTapeNode, _ text: Span<UInt8>) -> [UInt8] {
    let start = Int(key.start) + 1
    return JSONStringScanner.decode(text, from: start, to: start + Int(key.length) - 2)
  }
}
