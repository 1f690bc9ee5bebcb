/// The starts of a text's lines, for finding the positions of many values.
package struct JSONLineIndex: Sendable {
  private let document: JSONDocument
  private let starts: [Int]

  /// Walks the text once.
  package init(_ document: JSONDocument) {
    self.document = document
    var starts = [0]
    let bytes = document.bytes
    let text = bytes.span
    var at = 0
    while at < text.count {
      // Eight bytes at a time while none of them ends a line.
      if at + 8 <= text.count {
        let word = text.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
        let difference = word ^ 0x0A0A_0A0A_0A0A_0A0A
        let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
        guard zeros != 0 else {
          at += 8
          continue
        }
        at += zeros.trailingZeroBitCount / 8  // the lowest bit is exact, those above may not be
      }
      if text[at] == 0x0A { starts.append(at + 1) }
      at += 1
    }
    self.starts = starts
  }

  /// The line of a value, counted from 1.
  package func line(of value: JSONValue) -> Int {
    line(at: value.byteRange.lowerBound) + document.origin.line - 1
  }

  private func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The position of a value.
  package func position(of value: JSONValue) -> JSONPosition {
    let offset = value.byteRange.lowerBound
    let line = line(at: offset)
    let column = document.bytes[starts[line - 1]..<offset].reduce(1) { column, byte in
      byte & 0b1100_0000 == 0b1000_0000 ? column : column + 1
    }
    return JSONPosition(line: line, column: column).shifted(by: document.origin)
  }
}
