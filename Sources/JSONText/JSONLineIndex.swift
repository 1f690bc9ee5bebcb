/// The starts of a text's lines, for finding the positions of many values.
package struct JSONLineIndex: Sendable {
  private let document: JSONDocument
  private let starts: [Int]

  /// Walks the text once.
  package init(_ document: JSONDocument) {
    self.document = document
    var starts = [0]
    document.bytes.withUnsafeBufferPointer { bytes in
      for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        starts.append(offset + 1)
      }
    }
    self.starts = starts
  }

  /// The line of a value, counted from 1.
  package func line(of value: JSONValue) -> Int { line(at: value.byteRange.lowerBound) }

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
    return JSONPosition(line: line, column: column)
  }
}
