/// Comparing two documents by the numbers of their nodes: a walk over large bodies has no time to make
/// a view for each value.
extension JSONDocument {
  /// Whether two keys of members are the same.
  ///
  /// - Parameters:
  ///   - key: the node of a key in this document.
  ///   - otherKey: the node of a key in the other document.
  package func hasSameKey(_ key: UInt32, as otherKey: UInt32, in other: JSONDocument) -> Bool {
    let (mine, theirs) = (tape[Int(key)], other.tape[Int(otherKey)])
    return mine.hash == theirs.hash && hasSameString(mine, theirs, other)
  }

  /// Whether two scalars mean the same, as ``JSONValue`` compares them.
  ///
  /// - Parameters:
  ///   - node: the node of a scalar in this document.
  ///   - otherNode: the node of any value in the other document.
  package func hasSameScalar(_ node: UInt32, as otherNode: UInt32, in other: JSONDocument) -> Bool {
    let (mine, theirs) = (tape[Int(node)], other.tape[Int(otherNode)])
    guard mine.kind == theirs.kind else { return false }
    switch mine.kind {
    case .null: return true
    case .boolean: return mine.flags == theirs.flags
    case .string: return hasSameString(mine, theirs, other)
    case .number:
      guard mine.flags == theirs.flags else { return false }
      return hasSameBytes(mine, theirs, other)
        || JSONValue(document: self, node: node) == JSONValue(document: other, node: otherNode)
    case .array, .object: return false
    }
  }

  private func hasSameString(
    _ mine: JSONTapeNode, _ theirs: JSONTapeNode, _ other: JSONDocument
  ) -> Bool {
    if mine.flags.isEmpty, theirs.flags.isEmpty { return hasSameBytes(mine, theirs, other) }
    return string(mine).isExactly(other.string(theirs))
  }

  private func hasSameBytes(
    _ mine: JSONTapeNode, _ theirs: JSONTapeNode, _ other: JSONDocument
  ) -> Bool {
    guard mine.length == theirs.length else { return false }
    let (text, otherText) = (bytes, other.bytes)
    let left = text.span
    let right = otherText.span
    var (at, place) = (Int(mine.start), Int(theirs.start))
    let end = at + Int(mine.length)
    while at < end {
      guard left[at] == right[place] else { return false }
      at += 1
      place += 1
    }
    return true
  }

  private func string(_ node: JSONTapeNode) -> String {
    let start = Int(node.start) + 1
    let end = start + Int(node.length) - 2
    let bytes = bytes
    return String(
      decoding: JSONStringScanner.decode(bytes.span, from: start, to: end), as: UTF8.self)
  }
}

extension JSONValue {
  /// The bytes of a string that has no escapes, or of a number or literal; `nil` for anything else.
  package var plainText: ArraySlice<UInt8>? {
    let node = document.tape[Int(node)]
    switch node.kind {
    case .string:
      guard node.flags.isEmpty else { return nil }
      let start = Int(node.start) + 1
      return document.bytes[start..<start + Int(node.length) - 2]
    case .null, .boolean, .number: return document.bytes[byteRange]
    case .array, .object: return nil
    }
  }
}
