/// Decides what is known to differ behind the last line that two sides have in common.
///
/// Where a side was cut, the lines of the other side that have no counterpart are not differences:
/// their counterparts may lie behind the cut.
struct LineTail {
  /// The lines that a contract expects.
  let expected: Layout
  /// The lines that came.
  let actual: Layout
  /// Whether the expected side has lines that are not compared.
  let expectedGoesOn: Bool
  /// Whether the actual side has lines that are not compared.
  let actualGoesOn: Bool

  /// The part of the last change that is known to differ.
  func settled(_ tail: LineChange) -> LineChange {
    var tail = tail
    let (removed, added) = (tail.removed.count, tail.added.count)
    if actualGoesOn { tail.removed = tail.removed.prefix(added) }
    if expectedGoesOn { tail.added = tail.added.prefix(removed) }
    dropPartialLines(&tail)
    // Where the other side goes on, it may yet close what it has open.
    while expectedGoesOn, let last = tail.added.last, Layout.isClosing(actual.lines[last]) {
      tail.added.removeLast()
    }
    while actualGoesOn, let last = tail.removed.last, Layout.isClosing(expected.lines[last]) {
      tail.removed.removeLast()
    }
    return tail
  }

  /// Drops the lines at which the cut lies, where they agree as far as they go.
  private func dropPartialLines(_ tail: inout LineChange) {
    if tail.removed.count == tail.added.count, let left = tail.removed.last,
      let right = tail.added.last, agree(left, right)
    {
      tail.removed.removeLast()
      tail.added.removeLast()
    }
    if let left = tail.removed.last, isPartial(left, expected), isBlank(left, expected) {
      tail.removed.removeLast()
    }
    if let right = tail.added.last, isPartial(right, actual), isBlank(right, actual) {
      tail.added.removeLast()
    }
  }

  private func agree(_ left: Int, _ right: Int) -> Bool {
    let (expectedLine, actualLine) = (expected.lines[left].utf8, actual.lines[right].utf8)
    if isPartial(left, expected), isBlank(left, expected) || actualLine.starts(with: expectedLine) {
      return true
    }
    return isPartial(right, actual)
      && (isBlank(right, actual) || expectedLine.starts(with: actualLine))
  }

  private func isPartial(_ place: Int, _ layout: Layout) -> Bool {
    layout.isCut && place == layout.lines.count - 1
  }

  /// Whether a line has no more than its indentation.
  private func isBlank(_ place: Int, _ layout: Layout) -> Bool {
    layout.lines[place].utf8.allSatisfy { $0 == 0x20 }
  }
}

extension Range<Int> {
  /// The range without its last element.
  fileprivate mutating func removeLast() {
    self = lowerBound..<Swift.max(lowerBound, upperBound - 1)
  }
}
