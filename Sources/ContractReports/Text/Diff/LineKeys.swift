/// Gives lines that are the same the same number, so that comparing them costs nothing.
struct LineKeys {
  private let separator: UInt8?
  // Bytes: equal strings can be spelled with different ones.
  private var numbers: [[UInt8]: Int] = [:]
  private var partial = 0

  /// Creates an empty table.
  ///
  /// - Parameter separator: a byte that does not count at the end of a line.
  init(separator: UInt8?) { self.separator = separator }

  /// The numbers of a layout's lines. A line that was cut is like no other.
  mutating func keys(of layout: Layout) -> [Int] {
    var keys = layout.lines.map { key(of: $0) }
    if layout.isCut, !keys.isEmpty {
      partial -= 1
      keys[keys.count - 1] = partial
    }
    return keys
  }

  private mutating func key(of line: String) -> Int {
    var bytes = Array(line.utf8)
    if let separator, bytes.last == separator { bytes.removeLast() }
    if let number = numbers[bytes] { return number }
    let number = numbers.count
    numbers[bytes] = number
    return number
  }
}
