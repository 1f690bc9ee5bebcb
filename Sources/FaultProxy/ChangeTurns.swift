/// Lets one change of an actor's state be made at a time, in the order in which they came.
///
/// Actors take other calls while one of theirs waits; a change that waits for sockets would otherwise
/// be overtaken in the middle.
final class ChangeTurns {
  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Waits until no other change is under way; ``end()`` has to follow.
  func begin(isolation: isolated (any Actor)? = #isolation) async {
    guard isTaken else {
      isTaken = true
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Lets the next change begin.
  func end() {
    if waiting.isEmpty {
      isTaken = false
    } else {
      waiting.removeFirst().resume()
    }
  }
}
