import FaultModel
import Testing

@testable import MockEngine

/// Which requests a fault befalls.
@Suite struct FaultDecisionTests {
  static func engine(_ steps: [FaultStep], _ window: FaultWindow? = nil) throws -> MockEngine {
    let script = FaultScript(
      name: "s", target: .interaction(description: "a"), steps: steps, window: window)
    return try MockEngineTests.engine(MockEngineTests.get("a", "/a"), faults: [script])
  }

  @Test func `requests count within the window, and nowhere else`() throws {
    let window = FaultWindow(from: .milliseconds(100), to: .milliseconds(200))
    var engine = try Self.engine([FaultStep(.resetPeer), FaultStep(.emptyReply)], window)
    #expect(engine.needsTime)
    let answers = [0, 99, 100, 150, 199, 200].map { time in
      MockEngineTests.decide(&engine, "GET /a HTTP/1.1\n", at: .milliseconds(time))
    }
    #expect(answers == ["a", "a", "fault reset_peer", "fault empty_reply", "a", "a"])
  }

  @Test func `what comes around does not change what befalls the n-th request`() throws {
    let steps = [FaultStep(.resetPeer, repeat: 50, probability: 0.5)]
    var alone = try Self.engine(steps)
    var among = try Self.engine(steps)
    let get = "GET /a HTTP/1.1\n"
    let wanted = (0..<50).map { _ in MockEngineTests.decide(&alone, get) }
    let found = (0..<50).map { _ in
      _ = MockEngineTests.decide(&among, "GET /other HTTP/1.1\n")
      return MockEngineTests.decide(&among, get)
    }
    #expect(found == wanted)
    #expect(Set(wanted).count == 2)
  }

  @Test func `a header asks for a fault, which scripts do not count`() throws {
    let script = FaultScript(
      name: "s", target: .interaction(description: "a"), steps: [FaultStep(.emptyReply)])
    var engine = try MockEngineTests.engine(
      MockEngineTests.get("a", "/a"), faults: [script],
      options: MockOptions(allowsFaultHeader: true))
    let get = "GET /a HTTP/1.1\n"
    let asked = get + "x-counterpart-fault: "
    #expect(MockEngineTests.decide(&engine, asked + "reset_peer\n") == "fault reset_peer")
    #expect(MockEngineTests.decide(&engine, asked + "as_contracted\n") == "a")
    #expect(MockEngineTests.decide(&engine, asked + "fire\n").hasPrefix("refused the fault type"))
    #expect(MockEngineTests.decide(&engine, get) == "fault empty_reply")
    #expect(MockEngineTests.decide(&engine, get) == "a")
    let other = "GET /other HTTP/1.1\nX-Counterpart-Fault: "
    #expect(MockEngineTests.decide(&engine, other + "cut_body,bytes=1\n").hasPrefix("none"))
    #expect(MockEngineTests.decide(&engine, other + "silence\n") == "fault silence")
  }

  @Test func `only a request that is about to be struck gets no 100 Continue`() throws {
    let fault = try HTTPFault(type: "no_continue")
    let engine = try Self.engine([FaultStep(fault)])
    func isWithheld(_ engine: MockEngine, _ request: String) -> Bool {
      let bytes = Array("\(request)\r\n\r\n".utf8)
      var head = RequestHead()
      guard RequestHeadParser.parse(bytes.span, into: &head) == .complete else { return false }
      return engine.withholdsContinue(head, bytes.span, at: .zero)
    }
    // One whose path has a rule, and which wants a body that is still to come.
    let rule = #"{"match": "regex", "regex": "/r/[0-9]"}"#
    let file = try MockEngineTests.contract(
      #"{"type": "Synchronous/HTTP", "description": "r", "request": {"method": "POST", "path": "/r/1", "#
        + #""body": {"content": "x"}, "matchingRules": {"path": {"matchers": [\#(rule)]}}}, "response": {"status": 200}}"#
    )
    var compiler = MockCompiler(MockOptions())
    compiler.add(file)
    let script = FaultScript(
      name: "s", target: .interaction(description: "r"), steps: [FaultStep(fault)])
    let ruled = MockEngine(compiler.interactions, faults: [script], options: MockOptions())
    #expect(isWithheld(ruled, "POST /r/7 HTTP/1.1"))
    #expect(!isWithheld(ruled, "POST /r/x HTTP/1.1"))
    #expect(isWithheld(engine, "GET /a HTTP/1.1"))
    #expect(!isWithheld(engine, "GET /b HTTP/1.1"))
    var later = engine
    _ = MockEngineTests.decide(&later, "GET /a HTTP/1.1\n")
    #expect(!isWithheld(later, "GET /a HTTP/1.1"))
  }
}
