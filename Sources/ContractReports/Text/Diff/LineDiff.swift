/// Compares two layouts line by line.
///
/// Equal starts and ends are set aside first. Of what remains at most 400 lines a side are
/// compared; the rest is only counted. Around each change stand at most two lines that both sides
/// have.
struct LineDiff {
  private static let longest = 400
  private static let context = 2

  private let expected: Layout
  private let actual: Layout
  private let expectedKeys: [Int]
  private let actualKeys: [Int]
  private var changes: [LineChange] = []
  /// Behind this line of the expected side nothing is known to be equal.
  private var knownEnd = 0
  /// What stands at the end when the comparison does not reach it.
  private var ending: DiffLine?

  /// The lines of the diff; none when no difference is known.
  ///
  /// - Parameters:
  ///   - expected: what a contract expects.
  ///   - actual: what came.
  ///   - separator: a byte that does not count at the end of a line, like the comma in JSON.
  static func lines(
    expected: Layout, actual: Layout, separator: UInt8? = nil
  ) -> [DiffLine] {
    var diff = LineDiff(expected, actual, separator)
    diff.compare()
    return diff.changes.isEmpty ? [] : diff.shown()
  }

  private init(_ expected: Layout, _ actual: Layout, _ separator: UInt8?) {
    self.expected = expected
    self.actual = actual
    var keys = LineKeys(separator: separator)
    expectedKeys = keys.keys(of: expected)
    actualKeys = keys.keys(of: actual)
  }

  private mutating func compare() {
    let start = zip(expectedKeys, actualKeys).prefix { $0 == $1 }.count
    let expectedRest = expectedKeys.dropFirst(start)
    let actualRest = actualKeys.dropFirst(start)
    let end = zip(expectedRest.reversed(), actualRest.reversed()).prefix { $0 == $1 }.count
    let lefts = expectedRest.dropLast(end)
    let rights = actualRest.dropLast(end)
    let tail = compare(Array(lefts.prefix(Self.longest)), Array(rights.prefix(Self.longest)), start)
    let rest = max(lefts.count, rights.count) - Self.longest
    if rest > 0 {
      ending = .more(rest)
    } else if expected.isCut || actual.isCut {
      ending = .gap
    }
    let settled = LineTail(
      expected: expected, actual: actual,
      expectedGoesOn: expected.isCut || lefts.count > Self.longest,
      actualGoesOn: actual.isCut || rights.count > Self.longest
    ).settled(tail)
    if !settled.isEmpty { changes.append(settled) }
    knownEnd = ending == nil ? expectedKeys.count : settled.removed.upperBound
    slideChanges()
  }

  /// Notes the changes between the lines in common; gives the lines behind the last of those.
  private mutating func compare(_ lefts: [Int], _ rights: [Int], _ start: Int) -> LineChange {
    var (left, right) = (0, 0)
    func change(to end: (left: Int, right: Int)) -> LineChange {
      LineChange(
        removed: start + left..<start + end.left, added: start + right..<start + end.right)
    }
    for pair in CommonLines.pairs(lefts, rights) {
      let next = change(to: pair)
      if !next.isEmpty { changes.append(next) }
      (left, right) = (pair.left + 1, pair.right + 1)
    }
    return change(to: (lefts.count, rights.count))
  }

  /// Moves changes to where an element starts, if the same difference can be told so.
  private mutating func slideChanges() {
    var floor = 0
    for index in changes.indices {
      let change = changes[index]
      if change.removed.isEmpty {
        let slide = LineSlide(lines: actual.lines, keys: actualKeys)
        let limit = change.removed.lowerBound - floor
        changes[index] = change.moved(up: slide.distance(change.added, limit: limit))
      } else if change.added.isEmpty {
        let slide = LineSlide(lines: expected.lines, keys: expectedKeys)
        let limit = change.removed.lowerBound - floor
        changes[index] = change.moved(up: slide.distance(change.removed, limit: limit))
      }
      floor = changes[index].removed.upperBound
    }
  }

  private func shown() -> [DiffLine] {
    var lines: [DiffLine] = []
    var end = 0
    for change in changes {
      appendEqual(
        end..<change.removed.lowerBound, after: lines.isEmpty ? 0 : Self.context,
        before: Self.context, to: &lines)
      for place in change.removed { lines.append(.removed(Self.line(place, of: expected))) }
      for place in change.added { lines.append(.added(Self.line(place, of: actual))) }
      end = change.removed.upperBound
    }
    appendEqual(end..<max(end, knownEnd), after: Self.context, before: 0, to: &lines)
    if let ending, lines.last != ending, ending != .gap || lines.last?.text.last != "…" {
      if ending != .gap, lines.last == .gap { lines.removeLast() }
      lines.append(ending)
    }
    return lines
  }

  /// Appends the ends of a run of equal lines that lie next to a change.
  private func appendEqual(
    _ run: Range<Int>, after: Int, before: Int, to lines: inout [DiffLine]
  ) {
    let isWhole = run.count <= after + before
    let start = isWhole ? run : run.prefix(after)
    for place in start { lines.append(.equal(Self.line(place, of: expected))) }
    guard !isWhole else { return }
    lines.append(.gap)
    for place in run.suffix(before) { lines.append(.equal(Self.line(place, of: expected))) }
  }

  private static func line(_ place: Int, of layout: Layout) -> String {
    let isPartial = layout.isCut && place == layout.lines.count - 1
    return layout.lines[place] + (isPartial ? "…" : "")
  }
}
