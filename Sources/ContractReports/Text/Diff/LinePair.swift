/// Two lines that differ, cut so that their first difference is seen.
struct LinePair {
  private static let longest = 120
  /// How much of the start stays when the difference lies far behind it: the key of a JSON member.
  private static let head = 24
  private static let before = 30

  /// What a contract expects.
  let expected: String
  /// What came.
  let actual: String
  /// The column of the first difference in both, counted from 0; `nil` when there is none.
  let column: Int?

  /// Puts two lines beside each other.
  ///
  /// - Parameters:
  ///   - expected: what a contract expects, in characters that a terminal shows.
  ///   - actual: what came, likewise.
  init(_ expected: String, _ actual: String) {
    guard let difference = Self.difference(expected, actual) else {
      self.expected = Self.part(of: expected, from: 0)
      self.actual = Self.part(of: actual, from: 0)
      column = nil
      return
    }
    let isShort = expected.count <= Self.longest && actual.count <= Self.longest
    let start = isShort || difference < Self.head + Self.before ? 0 : difference - Self.before
    self.expected = Self.part(of: expected, from: start)
    self.actual = Self.part(of: actual, from: start)
    column = start == 0 ? difference : Self.head + 1 + Self.before
  }

  /// How many characters stand before the first that differs.
  private static func difference(_ left: String, _ right: String) -> Int? {
    let (lefts, rights) = (left.unicodeScalars, right.unicodeScalars)
    var (place, other) = (lefts.startIndex, rights.startIndex)
    while place < lefts.endIndex, other < rights.endIndex, lefts[place] == rights[other] {
      place = lefts.index(after: place)
      other = rights.index(after: other)
    }
    if place == lefts.endIndex, other == rights.endIndex { return nil }
    return left.distance(from: left.startIndex, to: place)
  }

  private static func part(of text: String, from start: Int) -> String {
    let head = start == 0 ? "" : text.prefix(Self.head) + "…"
    let rest = text.dropFirst(start)
    let shown = rest.prefix(longest - head.count)
    return head + shown + (shown.endIndex < rest.endIndex ? "…" : "")
  }
}
