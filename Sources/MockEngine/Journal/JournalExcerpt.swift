/// A part of the journal, and what is known of the rest.
package struct JournalExcerpt: Sendable, Hashable {
  /// The requests that were asked for, oldest first.
  package var entries: [JournalEntry]
  /// How many requests came since the journal was last cleared, forgotten ones included.
  package var count: Int
  /// Whether every request since the journal was last cleared is still there; without, an answer
  /// that speaks of all of them could be wrong.
  package var isComplete: Bool
  /// The number of the newest request.
  package var lastNumber: Int

  /// Creates an excerpt.
  package init(
    entries: [JournalEntry] = [], count: Int = 0, isComplete: Bool = true, lastNumber: Int = 0
  ) {
    self.entries = entries
    self.count = count
    self.isComplete = isComplete
    self.lastNumber = lastNumber
  }
}

extension Journal {
  /// The requests behind the one with a number for which something holds.
  package func excerpt(
    after number: Int = 0, where isWanted: (JournalEntry) -> Bool = { _ in true }
  ) -> JournalExcerpt {
    excerpt(of: entries(after: number, where: isWanted))
  }

  /// What is known of the rest, besides some requests.
  package func excerpt(of entries: [JournalEntry]) -> JournalExcerpt {
    JournalExcerpt(
      entries: entries, count: count, isComplete: isComplete, lastNumber: lastNumber)
  }
}
