import FaultModel
import Testing

@Suite struct FaultScriptTests {
  static func script(_ steps: [FaultStep], rounds: Int? = 1) -> FaultScript {
    FaultScript(
      name: "n", target: .request(method: nil, path: "/"), steps: steps, rounds: rounds)
  }

  @Test func `goes through the steps in order, then answers as contracted`() {
    let script = Self.script([FaultStep(.resetPeer, repeat: 2), FaultStep(.emptyReply)], rounds: 2)
    let effects = (0..<8).map { script.decision(for: $0, seed: 1).effect }
    #expect(
      effects == [
        .resetPeer, .resetPeer, .emptyReply, .resetPeer, .resetPeer, .emptyReply, .asContracted,
        .asContracted,
      ])
  }

  @Test func `goes on for ever when it is told to`() {
    let script = Self.script([FaultStep(.resetPeer)], rounds: nil)
    #expect(script.decision(for: 1_000_000, seed: 1).effect == .resetPeer)
  }

  @Test func `decides by seed and number alone, in any order`() {
    let script = Self.script(
      [
        FaultStep(
          .latency(.milliseconds(100), jitter: .milliseconds(50)), probability: 0.5)
      ], rounds: nil)
    let forward = (0..<1_000).map { script.decision(for: $0, seed: 7) }
    let backward = (0..<1_000).reversed().map { script.decision(for: $0, seed: 7) }
    #expect(forward == backward.reversed())
    #expect(forward != (0..<1_000).map { script.decision(for: $0, seed: 8) })
    let late = forward.filter { $0.effect != .asContracted }
    #expect((400...600).contains(late.count))
    #expect(
      late.allSatisfy { $0.delay >= .milliseconds(50) && $0.delay <= .milliseconds(150) })
    #expect(Set(late.map(\.delay)).count > 100)
  }

  @Test func `the script's own seed comes first`() {
    var script = Self.script([FaultStep(.resetPeer, probability: 0.5)], rounds: nil)
    script.seed = 3
    let decisions = (0..<100).map { script.decision(for: $0, seed: 1) }
    #expect(decisions == (0..<100).map { script.decision(for: $0, seed: 2) })
  }

  @Test func `jitter never makes a delay negative`() {
    let script = Self.script(
      [FaultStep(.latency(.milliseconds(1), jitter: .milliseconds(500)))], rounds: nil)
    #expect((0..<100).allSatisfy { script.decision(for: $0, seed: 1).delay >= .zero })
  }
}
