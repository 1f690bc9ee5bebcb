import Testing

@testable import FaultModel

@Suite struct FaultScriptTests {
  static func script(_ steps: [FaultStep], rounds: Int? = 1) -> FaultScript {
    FaultScript(
      name: "n", target: .request(method: nil, path: "/"), steps: steps, rounds: rounds)
  }

  /// How late the answer to the n-th request is, in milliseconds, or `nil` when it is as contracted.
  static func delay(_ script: FaultScript, _ n: Int, seed: UInt64) -> Double? {
    let answer = HTTPAnswer(Array("HTTP/1.1 200 OK\r\n\r\n".utf8), headLength: 19)
    guard case .wait(let time)? = script.decision(for: n, seed: seed)?.strike(answer).first
    else { return nil }
    return time / .milliseconds(1)
  }

  @Test func `goes through the steps in order, then answers as contracted`() {
    let script = Self.script(
      [FaultStep(.resetPeer, repeat: 2), FaultStep(.emptyReply), FaultStep(.asContracted)],
      rounds: 2)
    let effects = (0..<10).map { script.decision(for: $0, seed: 1)?.effect }
    let round: [HTTPFault?] = [.resetPeer, .resetPeer, .emptyReply, nil]
    #expect(effects == round + round + [nil, nil])
  }

  @Test func `goes on for ever when it is told to`() {
    let script = Self.script([FaultStep(.resetPeer)], rounds: nil)
    #expect(script.decision(for: 1_000_000, seed: 1)?.effect == .resetPeer)
  }

  @Test func `decides by seed and number alone, in any order`() {
    let fault = HTTPFault.latency(.milliseconds(100), jitter: .milliseconds(50))
    let script = Self.script([FaultStep(fault, probability: 0.5)], rounds: nil)
    let forward = (0..<1_000).map { Self.delay(script, $0, seed: 7) }
    let backward = (0..<1_000).reversed().map { Self.delay(script, $0, seed: 7) }
    #expect(forward == backward.reversed())
    #expect(forward != (0..<1_000).map { Self.delay(script, $0, seed: 8) })
    let late = forward.compactMap(\.self)
    #expect((400...600).contains(late.count))
    #expect(late.allSatisfy { (50...150).contains($0) })
    #expect(Set(late).count > 100)
  }

  @Test func `the script's own seed comes first`() {
    var script = Self.script([FaultStep(.resetPeer, probability: 0.5)], rounds: nil)
    script.seed = 3
    let decisions = (0..<100).map { script.decision(for: $0, seed: 1) }
    #expect(decisions == (0..<100).map { script.decision(for: $0, seed: 2) })
  }

  @Test(arguments: [(0, 5), (1, 2), (3, 10), (10, 10), (25, 100)])
  func `exactly so many of each are struck, and seeds differ in which`(
    count: Int, total: Int
  ) {
    let script = Self.script(
      [FaultStep(.resetPeer, repeat: total, exactly: count)], rounds: nil)
    func struck(_ round: Int, _ seed: UInt64) -> [Bool] {
      (0..<total).map { script.decision(for: round * total + $0, seed: seed) != nil }
    }
    var patterns: Set<[Bool]> = []
    for seed in UInt64(0)..<10 {
      for round in 0..<3 {
        let pattern = struck(round, seed)
        #expect(pattern.count { $0 } == count)
        patterns.insert(pattern)
      }
    }
    #expect(patterns.count > 1 || count == 0 || count == total)
  }

  @Test func `exactly chooses every place as often`() {
    let script = Self.script([FaultStep(.resetPeer, repeat: 4, exactly: 1)], rounds: nil)
    var counts = [0, 0, 0, 0]
    for n in 0..<8_000 where script.decision(for: n, seed: 1) != nil { counts[n % 4] += 1 }
    #expect(counts.allSatisfy { (400...600).contains($0) }, "\(counts)")
  }

  @Test func `a ramp goes from its first number to its last`() throws {
    let ramp = FaultValue.number(FaultRamp(from: 100, to: 500))
    let fault = try HTTPFault(type: "latency", members: ["latency": ramp])
    let script = Self.script([FaultStep(fault, repeat: 5)], rounds: 2)
    let late = (0..<11).map { Self.delay(script, $0, seed: 1) }
    #expect(late == [100, 200, 300, 400, 500, 100, 200, 300, 400, 500, nil])
  }

  @Test func `a probability can grow`() {
    let step = FaultStep(.resetPeer, repeat: 1_000, probability: FaultRamp(from: 0, to: 1))
    let script = Self.script([step])
    let struck = (0..<1_000).map { script.decision(for: $0, seed: 1) != nil }
    #expect(struck.prefix(300).count { $0 } < 100)
    #expect(struck.suffix(300).count { $0 } > 200)
    #expect(!struck[0])
    #expect(struck[999])
  }
}
