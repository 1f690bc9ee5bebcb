/// Decides which interaction is next, and what is done for it.
///
/// A value that knows neither sockets nor a clock: `action(at:)` says what to do now, and whoever does it
/// notes how it went. The order is this, whatever the timing:
///
/// 1. Interactions that may be asked together begin in file order, as many at a time as is wished.
///    One that is asked again makes room for others while it pauses, and goes before new ones then.
/// 2. When all of these have ended, the others follow in file order, each alone: set-up, asking (again,
///    if need be), tear-down, and only then the next.
///
/// So no state is ever changed while an interaction is being asked.
struct VerificationSchedule: Sendable {
  /// What is to be done.
  enum Action: Sendable, Hashable {
    /// Put the provider into the states of an interaction, and note `setUp`, or `skipped` if it failed.
    case setUp(Int)
    /// Ask, and note `asked`, later `pauses` or `answered`; or note `skipped`.
    case ask(Int)
    /// Take the provider out of the states, and note `tornDown`.
    case tearDown(Int)
    /// Nothing before an answer comes.
    case awaitAnswer
    /// Nothing before this time.
    case wait(until: Duration)
    /// All interactions have ended.
    case finish
  }

  /// How far the interaction is that has the provider for itself.
  private enum Stage {
    case ready, asking, tearingDown
  }

  private struct Repeat {
    let index: Int
    let due: Duration
  }

  private let parallel: Int
  private let tearsDown: Bool
  private let together: [Int]
  private let alone: [(index: Int, setsUp: Bool)]
  private var nextTogether = 0
  private var nextAlone = 0
  private var stage: Stage?
  private var asking = 0
  /// Those that pause, the first that is due first.
  private var repeats: [Repeat] = []

  /// - Parameters:
  ///   - lanes: how each interaction shares the provider, in file order.
  ///   - parallel: how many are asked at a time, at least one.
  ///   - tearsDown: whether states that were set up are torn down.
  init(lanes: [VerificationLane], parallel: Int, tearsDown: Bool) {
    self.parallel = max(parallel, 1)
    self.tearsDown = tearsDown
    together = lanes.indices.filter { lanes[$0] == .together }
    alone = lanes.enumerated().compactMap { index, lane in
      guard case .alone(let setsUp) = lane else { return nil }
      return (index, setsUp)
    }
  }

  /// What is to be done now; the same until something is noted or time goes by.
  func action(at now: Duration) -> Action {
    if asking < parallel, let first = repeats.first, first.due <= now { return .ask(first.index) }
    if nextTogether < together.count, asking < parallel { return .ask(together[nextTogether]) }
    if asking > 0 { return .awaitAnswer }
    if let first = repeats.first { return .wait(until: first.due) }
    guard nextAlone < alone.count else { return .finish }
    let (index, setsUp) = alone[nextAlone]
    return switch stage {
    case nil: setsUp ? .setUp(index) : .ask(index)
    case .ready, .asking: .ask(index)
    case .tearingDown: .tearDown(index)
    }
  }

  /// Notes that the provider is in the states of an interaction.
  mutating func setUp(_ index: Int) { stage = .ready }

  /// Notes that an interaction is being asked.
  mutating func asked(_ index: Int) {
    asking += 1
    if let first = repeats.first, first.index == index {
      repeats.removeFirst()
    } else if nextTogether < together.count {
      nextTogether += 1
    } else {
      stage = .asking
    }
  }

  /// Notes that an answer came after which the interaction is asked again.
  mutating func pauses(_ index: Int, until due: Duration) {
    asking -= 1
    let place = repeats.lastIndex { $0.due <= due }.map { $0 + 1 } ?? 0
    repeats.insert(Repeat(index: index, due: due), at: place)
  }

  /// Notes that the last answer came.
  ///
  /// - Returns: whether a tear-down comes before the interaction is over.
  mutating func answered(_ index: Int) -> Bool {
    asking -= 1
    return endsAsking(index)
  }

  /// Notes that an interaction is not asked though its turn came.
  ///
  /// - Returns: whether a tear-down comes before the interaction is over; not after a set-up that failed.
  mutating func skipped(_ index: Int) -> Bool {
    if nextTogether < together.count {
      nextTogether += 1
      return false
    }
    return endsAsking(index)
  }

  /// Notes that the states of an interaction were torn down, or that this failed.
  mutating func tornDown(_ index: Int) { leave() }

  private mutating func endsAsking(_ index: Int) -> Bool {
    guard nextAlone < alone.count, alone[nextAlone].index == index else { return false }
    guard alone[nextAlone].setsUp, tearsDown, stage != nil else {
      leave()
      return false
    }
    stage = .tearingDown
    return true
  }

  private mutating func leave() {
    stage = nil
    nextAlone += 1
  }
}
