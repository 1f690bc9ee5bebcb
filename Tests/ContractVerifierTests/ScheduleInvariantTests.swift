import Testing

@testable import ContractVerifier

/// Whatever happens: each interaction is done once, and none is asked while a state is changed.
@Suite struct ScheduleInvariantTests {
  /// Numbers that are the same in each run.
  struct Numbers {
    var state: UInt64

    mutating func below(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
  }

  /// Plays a run in which answers, failures and pauses come at random.
  struct Play {
    var schedule: VerificationSchedule
    var numbers: Numbers
    let lanes: [VerificationLane]
    let parallel: Int
    let tearsDown: Bool
    var now = Duration.zero
    var asking: Set<Int> = []
    var isSetUp: Set<Int> = []
    var ended: [Int] = []
    var problems: [String] = []

    mutating func run() {
      for _ in 0..<10_000 {
        let action = schedule.action(at: now)
        if action == .finish { return }
        step(action)
        let isAnswered = !asking.isEmpty && (action == .awaitAnswer || numbers.below(3) == 0)
        if isAnswered { answer() }
      }
      problems.append("no end")
    }

    mutating func step(_ action: VerificationSchedule.Action) {
      switch action {
      case .setUp(let index):
        check(asking.isEmpty && isSetUp.isEmpty, "set up \(index) beside another")
        if numbers.below(5) == 0 {
          check(!schedule.skipped(index), "tear-down after a set-up that failed")
          ended.append(index)
        } else {
          schedule.setUp(index)
          isSetUp.insert(index)
        }
      case .ask(let index):
        check(isSetUp.isEmpty || isSetUp == [index], "asked \(index) in the states of another")
        check(lanes[index] == .together || asking.isEmpty, "asked \(index) beside another")
        check(asking.insert(index).inserted && asking.count <= parallel, "asked \(index) too often")
        schedule.asked(index)
      case .tearDown(let index):
        check(tearsDown && asking.isEmpty && isSetUp == [index], "tear-down of \(index)")
        schedule.tornDown(index)
        isSetUp = []
        ended.append(index)
      case .wait(let due):
        check(due > now && asking.isEmpty, "a pause for nothing")
        now = due
      case .awaitAnswer: check(!asking.isEmpty, "an answer that never comes")
      case .finish: return
      }
    }

    mutating func answer() {
      let waiting = asking.sorted()
      let index = waiting[Int(numbers.below(UInt64(waiting.count)))]
      asking.remove(index)
      if numbers.below(3) == 0 {
        schedule.pauses(index, until: now + .milliseconds(Int(numbers.below(100))))
      } else if schedule.answered(index) {
        check(tearsDown && isSetUp == [index], "a tear-down of \(index) comes")
      } else {
        isSetUp = []
        ended.append(index)
      }
    }

    mutating func check(_ holds: Bool, _ problem: String) {
      if !holds { problems.append(problem) }
    }
  }

  @Test(arguments: 0..<200)
  func `each interaction is done once, and alone in its states`(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let kinds: [VerificationLane] = [.together, .alone(setsUp: true), .alone(setsUp: false)]
    let lanes = (0..<numbers.below(30)).map { _ in kinds[Int(numbers.below(3))] }
    let parallel = Int(numbers.below(5)) + 1
    let tearsDown = numbers.below(2) == 0
    var play = Play(
      schedule: VerificationSchedule(lanes: lanes, parallel: parallel, tearsDown: tearsDown),
      numbers: numbers, lanes: lanes, parallel: parallel, tearsDown: tearsDown)
    play.run()
    #expect(play.problems == [])
    #expect(play.ended.sorted() == Array(lanes.indices))
    #expect(play.asking.isEmpty)
    let alone = play.ended.filter { lanes[$0] != .together }
    #expect(alone == alone.sorted())
  }
}
