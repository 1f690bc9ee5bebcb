/// How far a verification is, for a person who waits for it.
public struct ProgressText: Sendable {
  private static let longestBar = 40
  private static let shortestBar = 10

  private let total: Int

  /// Prepares the texts of a verification of so many interactions.
  public init(total: Int) { self.total = total }

  /// A line for a log: `verified 420 of 5000, 3 not honoured`.
  public func line(done: Int, bad: Int) -> String { "verified " + counts(done, bad) }

  /// A bar for a terminal, with the counts behind it: `████░░░░░░ 420 of 1000, 3 not honoured`.
  ///
  /// - Parameter width: the columns of the terminal. The text is shorter, so that it stays on its line;
  ///   without room for both there is no bar, and without room for the counts nothing.
  public func bar(done: Int, bad: Int, width: Int) -> String {
    let counts = counts(done, bad)
    let room = width - 1 - counts.count
    guard room >= 0 else { return "" }
    let length = min(room - 1, Self.longestBar)
    guard length >= Self.shortestBar, total > 0 else { return counts }
    let full = min(max(done, 0), total) * length / total
    return String(repeating: "█", count: full) + String(repeating: "░", count: length - full) + " "
      + counts
  }

  private func counts(_ done: Int, _ bad: Int) -> String {
    "\(done) of \(total)" + (bad > 0 ? ", \(bad) not honoured" : "")
  }
}
