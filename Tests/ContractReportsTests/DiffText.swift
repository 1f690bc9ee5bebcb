@testable import ContractReports

/// A diff as a terminal shows it, without colours.
enum DiffText {
  static func lines(_ expected: String, _ actual: String) -> [String] {
    lines(PartDiff.lines(expected: expected, actual: actual))
  }

  static func lines(_ diff: [DiffLine]) -> [String] { diff.map { "\($0.sign) \($0.text)" } }

  /// The first bytes of a text, with the words that tell how much is missing.
  static func cut(_ text: String, _ count: Int) -> String {
    let start = String(decoding: text.utf8.prefix(count), as: UTF8.self)
    return "\(start)… (\(text.utf8.count - count) bytes more)"
  }
}
