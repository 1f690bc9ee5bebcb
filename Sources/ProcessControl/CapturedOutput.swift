/// What a process wrote, within a bound on memory: the first part and the last part of it.
package struct CapturedOutput: Sendable, Hashable {
  /// How many bytes are kept, half of them from the beginning.
  private let limit: Int
  private var first: [UInt8] = []
  /// A ring once it is full.
  private var last: [UInt8] = []
  private var oldest = 0
  /// How many bytes were written in all.
  package private(set) var count = 0

  /// Creates an output without a byte.
  package init(limit: Int) { self.limit = max(limit, 2) }

  /// Takes what was written next.
  package mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      count += 1
      if first.count < limit / 2 {
        first.append(byte)
      } else if last.count < limit - limit / 2 {
        last.append(byte)
      } else {
        last[oldest] = byte
        oldest = oldest + 1 == last.count ? 0 : oldest + 1
      }
    }
  }

  /// All bytes, or `nil` when some were left out.
  package var bytes: [UInt8]? { count <= limit ? first + last : nil }

  /// The text as UTF-8, with a line that tells how much was left out.
  ///
  /// It is cut at the ends of lines, so that neither a character nor a word is cut in two.
  package var text: String {
    if let bytes { return String(decoding: bytes, as: UTF8.self) }
    let newline = UInt8(ascii: "\n")
    let head = first.lastIndex(of: newline).map { first[...$0] } ?? []
    let ring = Array(last[oldest...] + last[..<oldest])
    let tail = ring.firstIndex(of: newline).map { ring[($0 + 1)...] } ?? []
    let omitted = count - head.count - tail.count
    return String(decoding: head, as: UTF8.self) + "… \(omitted) bytes left out …\n"
      + String(decoding: tail, as: UTF8.self)
  }

  /// The last lines, for messages.
  package func lastLines(_ number: Int) -> String {
    var text = text
    while text.last?.isNewline == true { text.removeLast() }
    return text.split(separator: "\n", omittingEmptySubsequences: false).suffix(number)
      .joined(separator: "\n")
  }
}
