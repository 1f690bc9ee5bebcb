/// The value of a block string of a GraphQL document.
enum GraphQLBlockString {
  /// The value: without the indentation that all lines but the first have, and without blank lines
  /// at the start and the end.
  ///
  /// - Parameter raw: what stands between the quotes.
  static func value(_ raw: [UInt8]) -> [UInt8] {
    let lines = lines(raw)
    let common = lines.dropFirst().compactMap(indentation).min() ?? 0
    let places = lines.indices.filter { indentation(lines[$0]) != nil }
    guard let first = places.first, let last = places.last else { return [] }
    return Array(
      lines[first...last].enumerated().map { place, line in
        first + place == 0 ? line : line.dropFirst(common)
      }.joined(separator: [0x0A]))
  }

  /// How much white space a line starts with, or `nil` when there is nothing else in it.
  private static func indentation(_ line: ArraySlice<UInt8>) -> Int? {
    let text = line.firstIndex { $0 != 0x20 && $0 != 0x09 }
    return text.map { $0 - line.startIndex }
  }

  /// The lines of a text; CR LF, LF and CR end one.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (place, byte) in text.enumerated() where byte == 0x0A || byte == 0x0D {
      if byte == 0x0A, place > 0, text[place - 1] == 0x0D {
        start = place + 1
        continue
      }
      lines.append(text[start..<place])
      start = place + 1
    }
    lines.append(text[start...])
    return lines
  }
}
