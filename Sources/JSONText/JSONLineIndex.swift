/// Positions at regular offsets of a text, for finding the positions of many values in it.
package struct JSONLineIndex: Sendable {
  private let document: JSONDocument
  /// The position of every `blockSize`-th byte.
  private let blocks: [JSONPosition]

  private static let blockSize = 4_096

  /// Walks the text once.
  package init(_ document: JSONDocument) {
    self.document = document
    blocks = Self.blocks(of: document.bytes)
  }

  /// The position of every `blockSize`-th byte of a text.
  static func blocks(of bytes: [UInt8]) -> [JSONPosition] {
    var blocks: [JSONPosition] = []
    blocks.reserveCapacity(bytes.count / Self.blockSize + 1)
    var walk = Walk()
    let text = bytes.span
    var at = 0
    while at < text.count {
      blocks.append(JSONPosition(line: walk.line, column: walk.column))
      let end = min(at + Self.blockSize, text.count)
      if end < text.count { walk.go(text, from: at, to: end) }
      at = end
    }
    return blocks
  }

  /// The line of a value, counted from 1.
  package func line(of value: JSONValue) -> Int { position(of: value).line }

  /// The position of a value.
  package func position(of value: JSONValue) -> JSONPosition {
    Self.position(ofByte: value.byteRange.lowerBound, in: document, blocks)
  }

  /// The position of a byte of a document whose blocks are known.
  static func position(
    ofByte offset: Int, in document: JSONDocument, _ blocks: [JSONPosition]
  ) -> JSONPosition {
    let block = offset / Self.blockSize
    guard blocks.indices.contains(block) else { return document.origin }
    var walk = Walk()
    (walk.line, walk.column) = (blocks[block].line, blocks[block].column)
    let bytes = document.bytes
    walk.go(bytes.span, from: block * Self.blockSize, to: offset)
    return JSONPosition(line: walk.line, column: walk.column).shifted(by: document.origin)
  }

  /// Counts lines and columns.
  private struct Walk {
    var line = 1
    var column = 1

    mutating func go(_ text: Span<UInt8>, from start: Int, to end: Int) {
      var at = start
      while at < end {
        // Eight bytes at a time while they are ASCII and none of them ends a line.
        if at + 8 <= end {
          let word = text.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
          let difference = word ^ 0x0A0A_0A0A_0A0A_0A0A
          let lineEnds = (difference &- 0x0101_0101_0101_0101) & ~difference
          if (lineEnds | word) & 0x8080_8080_8080_8080 == 0 {
            column += 8
            at += 8
            continue
          }
        }
        let byte = text[at]
        if byte == UInt8(ascii: "\n") {
          line += 1
          column = 1
        } else if byte & 0b1100_0000 != 0b1000_0000 {
          column += 1  // continuation bytes belong to the scalar before them
        }
        at += 1
      }
    }
  }
}
