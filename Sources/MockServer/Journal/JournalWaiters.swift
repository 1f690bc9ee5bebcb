package import MockEngine
import NIOCore

/// Those who wait for requests; all of it happens on the event loop of the mock.
package final class JournalWaiters {
  private struct Waiter {
    let wanted: Int
    let isWanted: (JournalEntry) -> Bool
    let promise: EventLoopPromise<JournalExcerpt>
    var entries: [JournalEntry]
    var lastNumber: Int
  }

  private var waiters: [Int: Waiter] = [:]
  private var lastID = 0
  private var isOver = false

  package init() {}

  /// Whether nobody waits.
  package var isEmpty: Bool { waiters.isEmpty }

  /// Adds one who waits until so many requests came for which something holds.
  ///
  /// - Returns: the number by which the waiting can be ended.
  func add(
    _ wanted: Int, after number: Int, in journal: Journal,
    where isWanted: @escaping (JournalEntry) -> Bool, _ promise: EventLoopPromise<JournalExcerpt>
  ) -> Int {
    lastID += 1
    waiters[lastID] = Waiter(
      wanted: wanted, isWanted: isWanted, promise: promise, entries: [], lastNumber: number)
    look(lastID, in: journal)
    if isOver { end(lastID, in: journal) }
    return lastID
  }

  /// Tells all of them that a request came.
  package func noticeChange(of journal: Journal) {
    for id in waiters.keys { look(id, in: journal) }
  }

  /// Ends the waiting of one with what came so far.
  func end(_ id: Int, in journal: Journal) {
    guard let waiter = waiters.removeValue(forKey: id) else { return }
    waiter.promise.succeed(journal.excerpt(of: waiter.entries))
  }

  /// Ends the waiting of all, also of those to come, since the mock stops.
  func endAll(in journal: Journal) {
    isOver = true
    for id in waiters.keys { end(id, in: journal) }
  }

  private func look(_ id: Int, in journal: Journal) {
    guard var waiter = waiters[id] else { return }
    waiter.entries += journal.entries(after: waiter.lastNumber, where: waiter.isWanted)
    waiter.lastNumber = max(waiter.lastNumber, journal.lastNumber)
    waiters[id] = waiter
    if waiter.entries.count >= waiter.wanted { end(id, in: journal) }
  }
}
