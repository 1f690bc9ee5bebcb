import ContractFiles
import ContractModel
import FaultModel
import JSONText
import MockEngine
import StubModel
import Testing

@Suite struct MockEngineTests {
  static func contract(_ interactions: String) throws -> Contract {
    let text = """
      {"consumer": {"name": "web-shop"}, "provider": {"name": "order-service"},
      "interactions": [\(interactions)], "metadata": {"pactSpecification": {"version": "4.0"}}}
      """
    let file = ContractFile(reading: Array(text.utf8), file: "contract.json")
    guard case .contract(let contract)? = file.content else {
      throw file.diagnostics.first ?? Diagnostic(.error, "no contract")
    }
    return contract
  }

  static func engine(
    _ interactions: String, faults: [FaultScript] = [], options: MockOptions = MockOptions()
  ) throws -> MockEngine {
    var compiler = MockCompiler(options)
    compiler.add(try contract(interactions))
    return MockEngine(compiler.interactions, faults: faults, options: options)
  }

  /// What the engine answers: the description of an interaction, a fault, or the nearest ones.
  static func decide(
    _ engine: inout MockEngine, _ request: String, body: String? = nil, at time: Duration = .zero
  ) -> String {
    let bytes = Array((request + "\r\n").replacing("\n", with: "\r\n").utf8)
    var head = RequestHead()
    guard RequestHeadParser.parse(bytes.span, into: &head) == .complete else { return "no head" }
    switch engine.decide(head, bytes.span, body: body.map { Array($0.utf8) }, at: time) {
    case .play(let place): return engine.interactions[place].description
    case .fault(let decision, _): return "fault \(decision.effect)"
    case .forward(let decision): return "forward \(decision?.effect.description ?? "")"
    case .refusedFault(let error): return "refused \(error)"
    case .unmatched(let unmatched):
      let names = unmatched.nearest.map { engine.interactions[$0.interaction].description }
      return "none, nearest \(names.joined(separator: ", "))"
    case .stub(let slot, _): return engine.stubs.stub(at: slot)?.mapping.title ?? "no stub"
    case .preflight: return "preflight"
    }
  }

  static func get(_ description: String, _ path: String, _ more: String = "", states: String = "")
    -> String
  {
    """
    {"type": "Synchronous/HTTP", "description": "\(description)",
     "providerStates": [\(states)],
     "request": {"method": "GET", "path": "\(path)"\(more)}, "response": {"status": 200}}
    """
  }

  @Test func `finds an interaction among many by method and path`() throws {
    let interactions = (0..<2_000).map { Self.get("order \($0)", "/orders/\($0)") }
    var engine = try Self.engine(interactions.joined(separator: ","))
    for number in stride(from: 0, to: 2_000, by: 37) {
      #expect(Self.decide(&engine, "GET /orders/\(number) HTTP/1.1\n") == "order \(number)")
    }
    #expect(Self.decide(&engine, "POST /orders/1 HTTP/1.1\n").hasPrefix("none, nearest order 1"))
    #expect(engine.plays.reduce(0, +) == 55)
    #expect(engine.unmatchedCount == 1)
  }

  @Test func `paths are the same however they are escaped`() throws {
    var engine = try Self.engine(Self.get("spaced", "/a b/é%2Fx"))
    #expect(Self.decide(&engine, "GET /a%20b/%C3%A9%2fx HTTP/1.1\n") == "spaced")
    #expect(Self.decide(&engine, "GET /a%20b/%c3%a9/x HTTP/1.1\n").hasPrefix("none"))
  }

  @Test func `of several that accept a request the one that demands most answers`() throws {
    var engine = try Self.engine(
      [
        Self.get("any", "/orders"),
        Self.get("with a token", "/orders", #", "headers": {"Authorization": ["Bearer t"]}"#),
        Self.get("paged", "/orders", #", "query": {"page": ["2"]}"#),
      ].joined(separator: ","))
    #expect(Self.decide(&engine, "GET /orders HTTP/1.1\n") == "any")
    #expect(
      Self.decide(&engine, "GET /orders HTTP/1.1\nauthorization: Bearer t\n") == "with a token")
    #expect(Self.decide(&engine, "GET /orders?page=2 HTTP/1.1\n") == "paged")
    #expect(Self.decide(&engine, "GET /orders?page=3 HTTP/1.1\n").hasPrefix("none"))
  }

  @Test func `a provider state selects among the same requests`() throws {
    let interactions = [
      Self.get("open", "/orders/42", states: #"{"name": "order 42 exists"}"#),
      Self.get("cancelled", "/orders/42", states: #"{"name": "order 42 was cancelled"}"#),
    ].joined(separator: ",")
    var engine = try Self.engine(interactions)
    #expect(Self.decide(&engine, "GET /orders/42 HTTP/1.1\n") == "open")
    let header = "X-Counterpart-State: order 42 was cancelled"
    #expect(Self.decide(&engine, "GET /orders/42 HTTP/1.1\n\(header)\n") == "cancelled")
    let options = MockOptions(states: ["order 42 was cancelled"])
    var selected = try Self.engine(interactions, options: options)
    #expect(Self.decide(&selected, "GET /orders/42 HTTP/1.1\n") == "cancelled")
    var compiler = MockCompiler(MockOptions())
    compiler.add(try Self.contract(interactions))
    compiler.warnOfTwins()
    let warning = try #require(compiler.diagnostics.first)
    #expect(warning.severity == .warning)
    #expect(warning.message.contains("'cancelled' (contract.json:"))
    #expect(warning.message.contains("'open' (contract.json:"))
  }

  @Test func `paths with a rule are found too, after the literal ones`() throws {
    let rule =
      #", "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/orders/\\d+"}]}}"#
    var engine = try Self.engine(
      [Self.get("any", "/orders/1", rule), Self.get("special", "/orders/7")]
        .joined(separator: ","))
    #expect(Self.decide(&engine, "GET /orders/99 HTTP/1.1\n") == "any")
    #expect(Self.decide(&engine, "GET /orders/7 HTTP/1.1\n") == "special")
    #expect(Self.decide(&engine, "GET /orders/x HTTP/1.1\n").hasPrefix("none"))
  }

  @Test func `a body decides too`() throws {
    var engine = try Self.engine(
      ["1", "2"].map { id in
        """
        {"type": "Synchronous/HTTP", "description": "create \(id)",
         "request": {"method": "POST", "path": "/orders", "headers": {"Content-Type": ["application/json"]},
           "body": {"contentType": "application/json", "content": {"id": \(id)}}},
         "response": {"status": 201}}
        """
      }.joined(separator: ","))
    let head = "POST /orders HTTP/1.1\nContent-Type: application/json; charset=utf-8\n"
    #expect(Self.decide(&engine, head, body: #"{ "id": 2 }"#) == "create 2")
    #expect(Self.decide(&engine, head, body: #"{"id": 3}"#).hasPrefix("none"))
    let mismatch = engine.unmatched.last?.meant?.mismatches.first
    #expect(mismatch?.path == "$.id")
    #expect(mismatch?.message == "Expected 3 (Integer) to be equal to 1 (Integer)")
    #expect(mismatch?.location?.description == "contract.json:4")
  }

  @Test func `faults befall the requests to an interaction in order`() throws {
    let script = FaultScript(
      name: "s", target: .interaction(description: "a"),
      steps: [FaultStep(.resetPeer), FaultStep(.asContracted), FaultStep(.emptyReply)])
    var engine = try Self.engine(
      [Self.get("a", "/a"), Self.get("b", "/b")].joined(separator: ","), faults: [script])
    let answers = (0..<4).map { _ in
      #expect(Self.decide(&engine, "GET /b HTTP/1.1\n") == "b")
      return Self.decide(&engine, "GET /a HTTP/1.1\n")
    }
    #expect(answers == ["fault reset_peer", "a", "fault empty_reply", "a"])
  }

  @Test func `faults on a path befall requests that no interaction accepts`() throws {
    let script = FaultScript(
      name: "s", target: .request(method: "POST", path: "/a"), steps: [FaultStep(.resetPeer)])
    var engine = try Self.engine(Self.get("a", "/a"), faults: [script])
    #expect(Self.decide(&engine, "GET /a HTTP/1.1\n") == "a")
    #expect(Self.decide(&engine, "POST /a HTTP/1.1\n") == "fault reset_peer")
    #expect(Self.decide(&engine, "POST /a HTTP/1.1\n").hasPrefix("none"))
  }

  @Test func `an interaction with an invalid expression leaves the others to play`() throws {
    var compiler = MockCompiler(MockOptions())
    let rule = #", "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "(("}]}}"#
    compiler.add(
      try Self.contract(
        [Self.get("bad", "/a", rule), Self.get("good", "/b")].joined(separator: ",")))
    #expect(compiler.interactions.map(\.description) == ["good"])
    #expect(
      compiler.diagnostics.map(\.description) == [
        "contract.json:4:85: error: 'bad': the regular expression '((' is not valid: missing closing parenthesis at character 3"
      ])
  }

  @Test func `a state also selects between a literal path and one with a rule`() throws {
    let rule =
      #", "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/orders/\\d+"}]}}"#
    var engine = try Self.engine(
      [
        Self.get("open", "/orders/42", states: #"{"name": "exists"}"#),
        Self.get("missing", "/orders/1", rule, states: #"{"name": "missing"}"#),
      ].joined(separator: ","))
    #expect(Self.decide(&engine, "GET /orders/42 HTTP/1.1\n") == "open")
    #expect(
      Self.decide(&engine, "GET /orders/42 HTTP/1.1\nX-Counterpart-State: missing\n") == "missing")
  }

  @Test func `methods are compared without case, and by a rule`() throws {
    let rule =
      #", "matchingRules": {"method": {"matchers": [{"match": "regex", "regex": "GET|PUT"}]}}"#
    var engine = try Self.engine(
      [Self.get("plain", "/a"), Self.get("either", "/b", rule)].joined(separator: ","))
    #expect(Self.decide(&engine, "get /a HTTP/1.1\n") == "plain")
    #expect(Self.decide(&engine, "PUT /b HTTP/1.1\n") == "either")
    #expect(Self.decide(&engine, "POST /b HTTP/1.1\n").hasPrefix("none"))
  }

  @Test func `a fault on a path befalls the requests to it, not the example's`() throws {
    let rule =
      #", "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "/o/.*"}]}}"#
    let script = FaultScript(
      name: "s", target: .request(method: nil, path: "/o/a b"),
      steps: [FaultStep(.resetPeer)], rounds: nil)
    var engine = try Self.engine(Self.get("any", "/o/1", rule), faults: [script])
    #expect(Self.decide(&engine, "GET /o/1 HTTP/1.1\n") == "any")
    #expect(Self.decide(&engine, "GET /o/a%20b HTTP/1.1\n") == "fault reset_peer")
  }

  @Test func `an empty list of rules is no rule`() throws {
    let rule = #", "matchingRules": {"path": {"combine": "AND", "matchers": []}}"#
    var engine = try Self.engine(Self.get("a", "/a", rule))
    #expect(Self.decide(&engine, "GET /b HTTP/1.1\n").hasPrefix("none"))
  }
}
