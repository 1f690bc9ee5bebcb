import Foundation

/// Holds threads back until so many are there.
final class Barrier: Sendable {
  private let condition = NSCondition()
  private nonisolated(unsafe) var missing: Int

  init(_ count: Int) { missing = count }

  /// Comes without waiting, and tells whether all were there then.
  func isLast() -> Bool {
    condition.lock()
    defer { condition.unlock() }
    missing -= 1
    return missing <= 0
  }

  /// Waits for the others, and tells whether they came within a minute.
  func wait() -> Bool {
    condition.lock()
    defer { condition.unlock() }
    missing -= 1
    if missing <= 0 { condition.broadcast() }
    let end = Date(timeIntervalSinceNow: 60)
    while missing > 0 {
      guard condition.wait(until: end) else { return false }
    }
    return true
  }
}
