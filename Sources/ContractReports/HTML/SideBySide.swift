/// A diff with what is expected on the left and what came on the right.
enum SideBySide {
  /// One row.
  enum Row: Hashable {
    /// A line that both sides have.
    case equal(String)
    /// A line that differs, or that one side does not have.
    case change(expected: String?, actual: String?)
    /// Lines that are left out, in words.
    case omission(String)
  }

  /// The rows of a diff; the lines of a change stand beside each other in their order.
  static func rows(of lines: [DiffLine]) -> [Row] {
    var rows: [Row] = []
    var (removed, added): ([String], [String]) = ([], [])
    func endChange() {
      for index in 0..<max(removed.count, added.count) {
        rows.append(
          .change(
            expected: index < removed.count ? removed[index] : nil,
            actual: index < added.count ? added[index] : nil))
      }
      (removed, added) = ([], [])
    }
    for line in lines {
      switch line {
      case .removed(let text):
        if !added.isEmpty { endChange() }
        removed.append(text)
      case .added(let text): added.append(text)
      case .pointer: continue  // the page marks what differs itself
      case .equal(let text):
        endChange()
        rows.append(.equal(text))
      case .gap, .more:
        endChange()
        rows.append(.omission(line.text))
      }
    }
    endChange()
    return rows
  }
}
