/// One line of a diff between what a contract expects and what came.
enum DiffLine: Sendable, Hashable {
  /// A line that both sides have, close to a difference.
  case equal(String)
  /// A line that is expected and missing.
  case removed(String)
  /// A line that came instead.
  case added(String)
  /// Lines that are left out: both sides have them, or nothing is known of them.
  case gap
  /// The number of lines that were not compared or are not shown.
  case more(Int)
  /// A `^` in a column, counted from 0, under the first difference of the two lines before.
  case pointer(column: Int)

  /// What stands before the text: `-` where something is missing, `+` where something came.
  var sign: Character {
    switch self {
    case .removed: "-"
    case .added: "+"
    case .equal, .gap, .more, .pointer: " "
    }
  }

  /// The text behind the sign.
  var text: String {
    switch self {
    case .equal(let text), .removed(let text), .added(let text): text
    case .gap: "…"
    case .more(let count): "… \(count) more line\(count == 1 ? "" : "s")"
    case .pointer(let column): String(repeating: " ", count: column) + "^"
    }
  }

  /// How many lines of a diff the line stands for.
  fileprivate var count: Int {
    switch self {
    case .gap: 0
    case .more(let count): count
    case .equal, .removed, .added, .pointer: 1
    }
  }
}

extension [DiffLine] {
  /// The first lines of a diff, and how many more there are.
  ///
  /// - Parameter limit: how many lines are kept at most.
  func capped(_ limit: Int) -> [DiffLine] {
    guard count > limit else { return self }
    let rest = dropFirst(limit).reduce(0) { $0 + $1.count }
    var lines = Array(prefix(limit))
    if lines.last == .gap { lines.removeLast() }
    lines.append(rest == 0 ? .gap : .more(rest))
    return lines
  }
}
