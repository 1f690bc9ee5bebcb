import Testing

@testable import FaultModel

/// Every toxic, on a clock that the test holds.
@Suite struct ToxicChainTests {
  static func time(_ milliseconds: Int) -> ToxicTime {
    ToxicTime(nanoseconds: Int64(milliseconds) * 1_000_000)
  }

  /// What leaves until nothing is left to do, each with its time in microseconds.
  static func drain(_ chain: inout ToxicChain) -> [String] {
    var lines: [String] = []
    while let time = chain.nextTime {
      while let event = chain.next(at: time) {
        lines.append("\(time.nanoseconds / 1_000) \(event)")
      }
    }
    return lines
  }

  static func chain(_ toxics: String..., seed: UInt64 = 1, connection: UInt64 = 0) throws
    -> ToxicChain
  {
    ToxicChain(
      try toxics.map { try Toxic(text: $0) }, stream: .downstream, seed: seed,
      connection: connection, at: time(0))
  }

  @Test(arguments: [
    ("noop", ["0 data(10)", "0 end"]),
    ("latency,latency=20", ["20000 data(10)", "20000 end"]),
    ("bandwidth,rate=1", ["5000 data(5)", "10000 data(5)", "10000 end"]),
    ("slow_close,delay=30", ["0 data(10)", "30000 end"]),
    ("timeout,timeout=40", ["0 discarded(10)", "40000 close"]),
    ("timeout", ["0 discarded(10)", "0 end"]),
    ("reset_peer,timeout=7", ["0 discarded(10)", "7000 reset"]),
    ("slicer,average_size=4,delay=500", ["0 data(4)", "500 data(4)", "1000 data(2)", "1500 end"]),
    ("limit_data,bytes=6", ["0 data(6)", "0 close"]),
    ("limit_data,bytes=11", ["0 data(10)", "0 end"]),
    ("packet_loss", ["0 data(10)", "0 end"]),
    ("packet_loss,loss_rate=1,delay=1", ["63000 data(10)", "63000 end"]),
    ("down", ["0 discarded(10)", "0 reset"]),
    ("latency,latency=20,stream=upstream", ["0 data(10)", "0 end"]),
    ("latency,latency=20,toxicity=0", ["0 data(10)", "0 end"]),
  ])
  func `a toxic does what its name says`(toxic: String, expected: [String]) throws {
    var chain = try Self.chain(toxic)
    chain.receive(bytes: 10, at: Self.time(0))
    chain.receiveEnd(at: Self.time(0))
    #expect(Self.drain(&chain) == expected)
  }

  @Test func `toxics work one after the other`() throws {
    var chain = try Self.chain("latency,latency=20", "limit_data,bytes=3")
    chain.receive(bytes: 10, at: Self.time(0))
    #expect(Self.drain(&chain) == ["20000 data(3)", "20000 close"])
  }

  @Test func `jitter keeps the order and its bounds`() throws {
    var chain = try Self.chain("latency,latency=20,jitter=20")
    for step in 0..<100 { chain.receive(bytes: 1, at: Self.time(step)) }
    let lines = Self.drain(&chain)
    let times = lines.compactMap { Int($0.split(separator: " ")[0]) }
    #expect(times == times.sorted())
    #expect(times.last.map { $0 <= 139_000 } == true)
    #expect(chain.waitingBytes == 0)
  }

  @Test func `the seed and the number of the connection decide, and nothing else`() throws {
    let toxic = try Toxic(text: "latency,latency=1,toxicity=0.5")
    func draws(_ seed: UInt64) -> [Bool] {
      (0..<200).map { ToxicStage.applies(toxic, seed: seed, connection: $0) }
    }
    #expect(draws(1) == draws(1))
    #expect(draws(1) != draws(2))
    #expect((60...140).contains(draws(1).count { $0 }))
  }

  @Test func `no change of a toxicity draws again`() throws {
    var toxic = try Toxic(text: "latency,latency=20,toxicity=0.5")
    var struck = 0
    for connection in UInt64(0)..<100 {
      var chain = try Self.chain("latency,latency=20,toxicity=0.5", connection: connection)
      let isStruck = !chain.isIdle
      struck += isStruck ? 1 : 0
      for toxicity in [0, 1, 0.25, 0.75, 0.5] {
        try toxic.change(toxicity: toxicity)
        chain.update([toxic], at: Self.time(0))
        if toxicity == 0 || toxicity == 1 { #expect(chain.isIdle == (toxicity == 0)) }
      }
      #expect(!chain.isIdle == isStruck)
    }
    #expect((20...80).contains(struck))
  }

  @Test func `a lost packet stalls those behind it, and the next loss twice as long`() throws {
    var chain = try Self.chain("packet_loss,loss_rate=1,delay=10")
    chain.receive(bytes: 1_461, at: Self.time(0))
    chain.receiveEnd(at: Self.time(0))
    #expect(Self.drain(&chain) == ["630000 data(1460)", "1260000 data(1)", "1260000 end"])
  }

  @Test func `a slow rate keeps the time, in not too many slices`() throws {
    var chain = try Self.chain("bandwidth,rate=1")
    chain.receive(bytes: 262_144, at: Self.time(0))
    let lines = Self.drain(&chain)
    #expect(lines.count == 1_024)
    #expect(lines.last == "262144000 data(256)")
  }

  @Test func `correlation makes losses come in bursts`() throws {
    func late(_ toxic: String) throws -> Int {
      var chain = try Self.chain(toxic)
      for step in 0..<2_000 { chain.receive(bytes: 1, at: Self.time(step * 10_000)) }
      return Self.drain(&chain).count { !$0.contains("0000000 ") && !$0.hasPrefix("0 ") }
    }
    let alone = try late("packet_loss,loss_rate=0.1,delay=1")
    #expect((120...280).contains(alone))
    #expect(try late("packet_loss,delay=1") == 0)
    #expect(try late("packet_loss,delay=1,correlation=1") == 0)
  }

  @Test func `removing a toxic lets go what it held`() throws {
    var chain = try Self.chain("latency,latency=1000")
    chain.receive(bytes: 10, at: Self.time(0))
    chain.update([], at: Self.time(5))
    #expect(chain.next(at: Self.time(5)) == .data(10))
    #expect(chain.isIdle)
  }

  @Test func `removing a time-out closes`() throws {
    var chain = try Self.chain("timeout")
    chain.update([], at: Self.time(5))
    #expect(chain.next(at: Self.time(5)) == .close)
  }

  @Test(arguments: [
    "", "nonsense", "bandwidth", "bandwidth,rate=0", "latency,toxicity=1.1", "latency,toxicity=-1",
    "latency,toxicity=nan", "latency,x=1", "latency,latency=-1", "latency,latency", "slicer",
    "latency,latency=9223372036854775807", "latency,stream=sideways", "latency,latency=0.5",
    "latency,latency=nan", "packet_loss,loss_rate=1.5", "packet_loss,correlation=-0.1",
  ])
  func `a wrong toxic is refused`(text: String) {
    #expect(throws: ToxicError.self) { try Toxic(text: text) }
  }
}
