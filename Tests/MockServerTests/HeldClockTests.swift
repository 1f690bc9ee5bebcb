import FaultModel
import MockEngine
import Testing

@testable import MockServer

/// Delays, windows in time and ramps of the mock, to the millisecond.
@Suite struct HeldClockTests {
  static let get = "GET /orders/42 HTTP/1.1"
  static let answer = #"{"id":42}"#

  static func script(_ steps: [FaultStep], window: FaultWindow? = nil) -> FaultScript {
    FaultScript(
      name: "s", target: .interaction(description: "an order"), steps: steps, window: window)
  }

  @Test func `a delay is neither early nor late, and keeps the order of requests`() throws {
    let clock = try HeldClock(faults: [Self.script([FaultStep(.latency(.milliseconds(800)))])])
    #expect(try clock.send(Self.get) == "")
    #expect(try clock.send("DELETE /orders/42 HTTP/1.1") == "")
    #expect(try clock.pass(799) == "")
    let answers = try clock.pass(1)
    let first = try #require(answers.firstRange(of: Self.answer))
    #expect(answers[first.upperBound...].hasPrefix("HTTP/1.1 204"))
  }

  @Test func `a ramp gets slower step by step`() throws {
    let latency = try HTTPFault(
      type: "latency", members: ["latency": .number(FaultRamp(from: 0, to: 300))])
    let clock = try HeldClock(faults: [Self.script([FaultStep(latency, repeat: 4)])])
    for milliseconds: Int64 in [0, 100, 200, 300] {
      var early = try clock.send(Self.get)
      if milliseconds > 0 {
        #expect(early == "")
        early = try clock.pass(milliseconds - 1)
        #expect(early == "")
      }
      #expect(try clock.pass(1).hasSuffix(Self.answer))
    }
    #expect(try clock.send(Self.get).hasSuffix(Self.answer))
    #expect(
      clock.service.journal.entries().map { $0.fault?.members.last?.value }
        == ["0", "100", "200", "300", nil])
  }

  @Test func `a window opens and closes at its time`() throws {
    let fault = HTTPFault.status(FaultResponse(status: 503))
    let window = FaultWindow(from: .milliseconds(100), to: .milliseconds(200))
    let clock = try HeldClock(
      faults: [Self.script([FaultStep(fault, repeat: 9)], window: window)])
    #expect(try clock.send(Self.get).hasPrefix("HTTP/1.1 200"))
    _ = try clock.pass(99)
    #expect(try clock.send(Self.get).hasPrefix("HTTP/1.1 200"))
    _ = try clock.pass(1)
    #expect(try clock.send(Self.get).hasPrefix("HTTP/1.1 503"))
    _ = try clock.pass(99)
    #expect(try clock.send(Self.get).hasPrefix("HTTP/1.1 503"))
    _ = try clock.pass(1)
    #expect(try clock.send(Self.get).hasPrefix("HTTP/1.1 200"))
    let times = clock.service.journal.entries().map { $0.time / .milliseconds(1) }
    #expect(times == [0, 99, 100, 199, 200])
  }

  @Test func `the window of a script that comes later begins with it`() throws {
    let clock = try HeldClock()
    _ = try clock.pass(5_000)
    let fault = HTTPFault.status(FaultResponse(status: 503))
    let window = FaultWindow(to: .milliseconds(10))
    clock.service.setFaults([Self.script([FaultStep(fault, repeat: 9)], window: window)])
    _ = try clock.pass(9)
    #expect(try clock.send(Self.get).hasPrefix("HTTP/1.1 503"))
    _ = try clock.pass(1)
    #expect(try clock.send(Self.get).hasPrefix("HTTP/1.1 200"))
  }

  @Test func `a body drips piece by piece`() throws {
    let slow = try HTTPFault(text: "slow_body,bytes=4,delay=50")
    let clock = try HeldClock(faults: [Self.script([FaultStep(slow)])])
    #expect(try clock.send(Self.get).hasSuffix("\r\n\r\n"))
    for piece in [#"{"id"#, #"":42"#, "}"] {
      #expect(try clock.pass(49) == "")
      #expect(try clock.pass(1) == piece)
    }
  }

  @Test func `a reset lets what was sent before it arrive`() throws {
    let reset = try HTTPFault(text: "reset_peer,when=after,delay=100")
    let clock = try HeldClock(faults: [Self.script([FaultStep(reset)])])
    #expect(try clock.send(Self.get).hasSuffix(Self.answer))
    _ = try clock.pass(99)
    #expect(clock.isOpen)
    _ = try clock.pass(1)
    #expect(!clock.isOpen)
  }

  @Test func `silence lasts`() throws {
    let clock = try HeldClock(faults: [Self.script([FaultStep(.silence)])])
    #expect(try clock.send(Self.get) == "")
    #expect(try clock.pass(86_400_000) == "")
    #expect(clock.isOpen)
  }
}
