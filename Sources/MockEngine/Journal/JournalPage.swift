/// Some of the requests of the journal, newest first.
package struct JournalPage: Sendable, Hashable {
  /// Which requests are wanted.
  package enum Filter: Sendable, Hashable {
    /// All of them.
    case all
    /// Those that nothing answered.
    case unmatched
    /// Those that a fault befell.
    case faults
    /// Those that something answered.
    case answered(JournalAnswer)
  }

  /// The requests, newest first.
  package var entries: [JournalEntry] = []
  /// Whether there are older ones.
  package var hasOlder = false
}

extension Journal {
  /// The newest requests, or the newest before one; only those that are told are taken apart.
  ///
  /// - Parameters:
  ///   - number: only requests before the one with this number; `nil` for all.
  ///   - limit: how many are told at most.
  package func page(
    before number: Int? = nil, limit: Int, _ filter: JournalPage.Filter = .all
  ) -> JournalPage {
    let end = number ?? .max
    var page = JournalPage()
    for segment in segments.reversed() where segment.first < end {
      var places: [(number: Int, record: JournalRecord, offset: Int)] = []
      segment.forEach { at, record, offset in
        if at < end, !record.isRemoved, filter.holds(for: record) {
          places.append((at, record, offset))
        }
      }
      for place in places.reversed() {
        guard page.entries.count < limit else {
          page.hasOlder = true
          return page
        }
        page.entries.append(segment.entry(place.number, place.record, place.offset, startDate))
      }
    }
    return page
  }
}

extension JournalPage.Filter {
  fileprivate func holds(for record: JournalRecord) -> Bool {
    switch self {
    case .all: true
    case .unmatched: record.answer == JournalAnswer.unmatched.code
    case .faults: record.faultLength > 0
    case .answered(let answer): record.answer == answer.code
    }
  }
}
