package import MockEngine

/// A request of the journal, with the names of what it met.
package struct InspectedRequest: Sendable {
  /// The request.
  package var entry: JournalEntry
  /// What answered it, e.g. `stub 'GET /orders'`.
  package var answer: String

  /// Creates a request.
  package init(_ entry: JournalEntry, answer: String) {
    self.entry = entry
    self.answer = answer
  }

  /// What became of it, in one word.
  var outcome: StaticString {
    if entry.fault != nil { return "fault" }
    return entry.answer.wasMatched || entry.answer == .forwarded ? "matched" : "unmatched"
  }

  /// The status of the answer, or that there was none.
  var status: String { entry.status.map(String.init) ?? "no answer" }

  /// When it came, `12:34:56.789` in UTC.
  var time: String { Self.time(entry.date) }

  /// A time of day out of the time since 1970.
  package static func time(_ date: Duration) -> String {
    let milliseconds = Int(date / .milliseconds(1)) % 86_400_000
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return digits(milliseconds / 3_600_000, 2) + ":" + digits(milliseconds / 60_000 % 60, 2) + ":"
      + digits(milliseconds / 1_000 % 60, 2) + "." + digits(milliseconds % 1_000, 3)
  }
}
