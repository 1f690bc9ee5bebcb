/// Lines of the one side that stand in the place of lines of the other.
struct LineChange {
  /// The lines that are expected and missing.
  var removed: Range<Int>
  /// The lines that came instead.
  var added: Range<Int>

  /// Whether nothing differs.
  var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// The change some lines further up.
  func moved(up count: Int) -> LineChange {
    LineChange(
      removed: removed.lowerBound - count..<removed.upperBound - count,
      added: added.lowerBound - count..<added.upperBound - count)
  }
}
