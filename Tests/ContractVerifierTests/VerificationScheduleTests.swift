import Testing

@testable import ContractVerifier

/// The order of a run, told without sockets and without waiting.
@Suite struct VerificationScheduleTests {
  typealias Action = VerificationSchedule.Action

  static let together = VerificationLane.together
  static let alone = VerificationLane.alone(setsUp: false)
  static let stateful = VerificationLane.alone(setsUp: true)

  static func schedule(
    _ lanes: [VerificationLane], parallel: Int = 1, tearsDown: Bool = false
  ) -> VerificationSchedule {
    VerificationSchedule(lanes: lanes, parallel: parallel, tearsDown: tearsDown)
  }

  /// Does what a schedule says, each answer being right, and tells what that was.
  static func story(_ schedule: VerificationSchedule) -> [Action] {
    var schedule = schedule
    var story: [Action] = []
    while story.count < 100 {
      let action = schedule.action(at: .zero)
      story.append(action)
      switch action {
      case .setUp(let index): schedule.setUp(index)
      case .ask(let index):
        schedule.asked(index)
        _ = schedule.answered(index)
      case .tearDown(let index): schedule.tornDown(index)
      case .awaitAnswer, .wait, .finish: return story
      }
    }
    return story
  }

  /// Expects what a step of the schedule gave; the macro cannot call what changes a value.
  func expect(
    _ isTornDown: Bool, _ expected: Bool, at place: SourceLocation = #_sourceLocation
  ) {
    #expect(isTornDown == expected, sourceLocation: place)
  }

  @Test func `nothing to do is the end`() {
    #expect(Self.story(Self.schedule([])) == [.finish])
  }

  @Test func `interactions that may be together come first, then the others in file order`() {
    let lanes = [Self.stateful, Self.together, Self.alone, Self.together]
    #expect(
      Self.story(Self.schedule(lanes, tearsDown: true)) == [
        .ask(1), .ask(3), .setUp(0), .ask(0), .tearDown(0), .ask(2), .finish,
      ])
    #expect(
      Self.story(Self.schedule(lanes)) == [.ask(1), .ask(3), .setUp(0), .ask(0), .ask(2), .finish])
  }

  @Test func `as many are asked at a time as is wished`() {
    var schedule = Self.schedule([Self.together, Self.together, Self.together], parallel: 2)
    for index in [0, 1] {
      #expect(schedule.action(at: .zero) == .ask(index))
      schedule.asked(index)
    }
    #expect(schedule.action(at: .zero) == .awaitAnswer)
    expect(schedule.answered(1), false)
    #expect(schedule.action(at: .zero) == .ask(2))
  }

  @Test func `no state is changed before every answer has come`() {
    var schedule = Self.schedule([Self.stateful, Self.together, Self.together], parallel: 4)
    schedule.asked(1)
    schedule.asked(2)
    #expect(schedule.action(at: .zero) == .awaitAnswer)
    expect(schedule.answered(2), false)
    #expect(schedule.action(at: .zero) == .awaitAnswer)
    schedule.pauses(1, until: .seconds(1))
    #expect(schedule.action(at: .zero) == .wait(until: .seconds(1)))
    #expect(schedule.action(at: .seconds(1)) == .ask(1))
    schedule.asked(1)
    expect(schedule.answered(1), false)
    #expect(schedule.action(at: .seconds(1)) == .setUp(0))
  }

  @Test func `nothing but its own repetition runs while an interaction has its states`() {
    var schedule = Self.schedule([Self.stateful, Self.stateful], parallel: 4, tearsDown: true)
    schedule.setUp(0)
    #expect(schedule.action(at: .zero) == .ask(0))
    schedule.asked(0)
    #expect(schedule.action(at: .zero) == .awaitAnswer)
    schedule.pauses(0, until: .seconds(2))
    #expect(schedule.action(at: .seconds(1)) == .wait(until: .seconds(2)))
    #expect(schedule.action(at: .seconds(2)) == .ask(0))
    schedule.asked(0)
    expect(schedule.answered(0), true)
    #expect(schedule.action(at: .seconds(2)) == .tearDown(0))
    schedule.tornDown(0)
    #expect(schedule.action(at: .seconds(2)) == .setUp(1))
  }

  @Test func `one that is due goes before new ones, the first due first`() {
    var schedule = Self.schedule(Array(repeating: Self.together, count: 4), parallel: 3)
    for index in 0..<3 { schedule.asked(index) }
    schedule.pauses(0, until: .seconds(3))
    schedule.pauses(1, until: .seconds(2))
    schedule.pauses(2, until: .seconds(3))
    #expect(schedule.action(at: .seconds(1)) == .ask(3))
    var order: [Int] = []
    while case .ask(let index) = schedule.action(at: .seconds(5)), order.count < 9 {
      order.append(index)
      schedule.asked(index)
      _ = schedule.answered(index)
    }
    #expect(order == [1, 0, 2, 3])
  }

  @Test func `a set-up that failed is not torn down, one that was not asked after it is`() {
    var failed = Self.schedule([Self.stateful, Self.stateful], tearsDown: true)
    #expect(failed.action(at: .zero) == .setUp(0))
    expect(failed.skipped(0), false)
    #expect(failed.action(at: .zero) == .setUp(1))
    failed.setUp(1)
    expect(failed.skipped(1), true)
    #expect(failed.action(at: .zero) == .tearDown(1))
    failed.tornDown(1)
    #expect(failed.action(at: .zero) == .finish)
  }

  @Test func `what cannot be asked makes room for the next`() {
    var schedule = Self.schedule([Self.together, Self.alone, Self.together])
    expect(schedule.skipped(0), false)
    #expect(schedule.action(at: .zero) == .ask(2))
    expect(schedule.skipped(2), false)
    #expect(schedule.action(at: .zero) == .ask(1))
    expect(schedule.skipped(1), false)
    #expect(schedule.action(at: .zero) == .finish)
  }

  @Test func `the empty state keeps interactions apart, unless it is left out`() {
    func lane(_ hasStates: Bool, _ isCommand: Bool, _ states: StateHandling) -> VerificationLane {
      VerificationLane(hasStates: hasStates, isCommand: isCommand, states: states)
    }
    #expect(lane(false, false, .none) == Self.together)
    #expect(lane(true, false, .none) == Self.together)
    #expect(lane(true, true, .none) == Self.alone)
    #expect(lane(false, false, .all) == Self.stateful)
    #expect(lane(true, true, .all) == Self.stateful)
    #expect(lane(false, false, .named) == Self.together)
    #expect(lane(false, true, .named) == Self.alone)
    #expect(lane(true, false, .named) == Self.stateful)
  }
}
