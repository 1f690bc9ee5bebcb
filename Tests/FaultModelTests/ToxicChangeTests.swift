import Testing

@testable import FaultModel

/// What becomes of data that waits when toxics come, change and go, on a clock that the test holds.
@Suite struct ToxicChangeTests {
  static func time(_ milliseconds: Int) -> ToxicTime { ToxicChainTests.time(milliseconds) }

  static func toxics(_ texts: [String]) throws -> [Toxic] {
    try texts.map { try Toxic(text: $0) }
  }

  /// What leaves, with its time in milliseconds, when the toxics change at a moment.
  static func change(
    from before: [String], to after: [String], at moment: Int, bytes: Int = 10
  ) throws -> [String] {
    var chain = ToxicChain(
      try toxics(before), stream: .downstream, seed: 1, connection: 0, at: time(0))
    chain.receive(bytes: bytes, at: time(0))
    chain.receiveEnd(at: time(0))
    var lines: [String] = []
    while let time = chain.nextTime, time <= Self.time(moment) {
      while let event = chain.next(at: time) { lines.append("\(time.milliseconds) \(event)") }
    }
    chain.update(try toxics(after), at: time(moment))
    while let time = chain.nextTime.map({ max($0, Self.time(moment)) }) {
      while let event = chain.next(at: time) { lines.append("\(time.milliseconds) \(event)") }
    }
    return lines
  }

  static let latency = "latency,latency=1000"

  @Test(arguments: [
    // What a removed toxic held goes on at once…
    ([latency], [], ["5 data(10)", "5 end"]),
    // …to the toxics behind it, which delay it,
    (
      [latency, "latency,latency=50,name=b"], ["latency,latency=50,name=b"],
      ["55 data(10)", "55 end"]
    ),
    ([latency, "bandwidth,rate=1"], ["bandwidth,rate=1"], ["10 data(5)", "15 data(5)", "15 end"]),
    // …and those that it has not reached keep what they hold.
    (
      ["latency,latency=50,name=b", latency], ["latency,latency=50,name=b"],
      ["50 data(10)", "50 end"]
    ),
    (["bandwidth,rate=1", latency], ["bandwidth,rate=1"], ["5 data(5)", "10 data(5)", "10 end"]),
    // One that comes delays what has not passed its place.
    ([latency], [latency, "latency,latency=7,name=b"], ["1007 data(10)", "1007 end"]),
    (["noop"], ["noop", latency], ["0 data(10)", "0 end"]),
    // A latency that is changed counts from when the data came.
    ([latency], ["latency,latency=30"], ["30 data(10)", "30 end"]),
    ([latency], ["latency,latency=3"], ["5 data(10)", "5 end"]),
    ([latency], ["latency,latency=2000"], ["2000 data(10)", "2000 end"]),
    // What changes a toxicity alone disturbs nothing.
    ([latency], [latency + ",toxicity=0.9999"], ["1000 data(10)", "1000 end"]),
    // A time-out that goes closes, behind what the others hold.
    (["timeout"], [], ["0 discarded(10)", "0 end", "5 close"]),
    (["limit_data,bytes=3", latency], ["limit_data,bytes=3"], ["5 data(3)", "1000 close"]),
    ([latency, "timeout"], ["timeout"], ["5 discarded(10)", "5 end"]),
  ])
  func `data that waits goes on in order, and never early`(
    before: [String], after: [String], expected: [String]
  ) throws {
    #expect(try Self.change(from: before, to: after, at: 5) == expected)
  }

  @Test func `a higher rate lets nothing go in a burst`() throws {
    let lines = try Self.change(
      from: ["bandwidth,rate=1"], to: ["bandwidth,rate=2"], at: 1_000, bytes: 3_000)
    // 1,000 bytes in the first second, then 2,000 in the next.
    #expect(lines.last == "2000 end")
    let late = lines.filter { Int($0.prefix { $0 != " " }) ?? 0 > 1_000 }
    #expect(late.count >= 200)
  }

  @Test func `another order of toxics loses nothing`() throws {
    let toxics = [latency, "bandwidth,rate=1"]
    let lines = try Self.change(from: toxics, to: toxics.reversed(), at: 5)
    #expect(lines == ["5 data(10)", "5 end"])
  }

  private var latency: String { Self.latency }

  @Test func `what waits is counted wherever it waits`() throws {
    var chain = ToxicChain(
      try Self.toxics(["latency,latency=10", "latency,latency=10,name=b"]), stream: .downstream,
      seed: 1, connection: 0, at: Self.time(0))
    chain.receive(bytes: 10, at: Self.time(0))
    chain.receive(bytes: 5, at: Self.time(8))
    #expect(chain.next(at: Self.time(12)) == nil)
    #expect(chain.waitingBytes == 15)
    #expect(!chain.isIdle)
    #expect(chain.next(at: Self.time(20)) == .data(10))
    #expect(chain.waitingBytes == 5)
    #expect(chain.nextTime == Self.time(28))
  }
}

extension ToxicTime {
  fileprivate var milliseconds: Int64 { nanoseconds / 1_000_000 }
}
