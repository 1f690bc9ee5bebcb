/// Which of several stubs that fit answers: the lowest priority, then the newest.
struct StubRank: Sendable, Hashable, Comparable {
  /// The stub's priority.
  var priority: Int
  /// How many stubs were added before it.
  var number: Int

  /// Orders the stub that answers first.
  static func < (left: StubRank, right: StubRank) -> Bool {
    left.priority == right.priority
      ? left.number > right.number : left.priority < right.priority
  }
}
