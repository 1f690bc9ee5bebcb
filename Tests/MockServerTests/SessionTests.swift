import FaultModel
import JSONText
import MockEngine
import TestSupport
import Testing

@testable import MockServer

/// Mocks of their own for the requests that name a session.
@Suite struct SessionTests {
  private static let scenario = """
    {"mappings": [
      {"scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "two",
       "request": {"url": "/step"}, "response": {"body": "one"}},
      {"scenarioName": "s", "requiredScenarioState": "two",
       "request": {"url": "/step"}, "response": {"body": "two"}}
    ]}
    """
  private static let name = "X-Counterpart-Session"

  @Test func `a session is named by a header, a cookie or the path`() async throws {
    try await StubServer.run(Self.scenario) { mock async throws in
      #expect(try await mock.ask("GET", "/step").text == "one")
      #expect(try await mock.ask("GET", "/step", headers: [Self.name: "a"]).text == "one")
      let cookie = ["Cookie": "x=1; \(Self.name)=a; y=2"]
      #expect(try await mock.ask("GET", "/step", headers: cookie).text == "two")
      #expect(try await mock.ask("GET", "/__session/b/step").text == "one")
      #expect(try await mock.ask("GET", "/__session/b/step").text == "two")
      #expect(try await mock.ask("GET", "/__session/a/step").text == "two")
      #expect(try await mock.ask("GET", "/step").text == "two")
    }
  }

  @Test func `stubs, journal and faults are a session's own`() async throws {
    try await StubServer.run(Self.scenario, interactions: MockServerTests.orders) {
      mock async throws in
      let stub = #"{"request": {"url": "/own"}, "response": {"body": "a's"}}"#
      #expect(try await mock.ask("POST", "/__session/a/__admin/mappings", stub).status == 201)
      let script =
        #"{"faults": [{"path": "/orders/42", "steps": [{"type": "status", "status": 503}]}]}"#
      #expect(try await mock.ask("PUT", "/__session/b/__admin/faults", script).status == 200)
      #expect(try await mock.ask("GET", "/own").status == 500)
      #expect(try await mock.ask("GET", "/__session/a/own").text == "a's")
      #expect(try await mock.ask("GET", "/__session/b/own").status == 500)
      #expect(try await mock.ask("GET", "/orders/42").status == 200)
      #expect(try await mock.ask("GET", "/__session/a/orders/42").status == 200)
      #expect(try await mock.ask("GET", "/__session/b/orders/42").status == 503)
      for (path, urls) in [
        ("", ["/orders/42", "/own"]), ("/__session/a", ["/orders/42", "/own"]),
        ("/__session/b", ["/orders/42", "/own"]),
      ] {
        let answer = try await mock.ask("GET", "\(path)/__admin/requests")
        let requests = try JSONDocument(parsing: answer.body).root["requests"] ?? .null
        #expect(requests.elements.map { $0["request"]?["url"]?.string } == urls, "\(path)")
      }
      // A reset is the session's own as well.
      #expect(try await mock.ask("POST", "/__session/a/__admin/mappings/reset").status == 200)
      #expect(try await mock.ask("GET", "/__session/a/own").status == 500)
      let verdict = await mock.server.verdict()
      #expect(verdict.unexpected.count == 3)
      #expect(verdict.missing.count == 3)
    }
  }

  @Test func `sessions are listed, begun and ended by the admin API`() async throws {
    try await StubServer.run(Self.scenario) { mock async throws in
      #expect(try await mock.admin("POST", "sessions", #"{"name": "a"}"#).status == 201)
      _ = try await mock.ask("GET", "/__session/b.2/step")
      let list = try await mock.admin("GET", "sessions").json["sessions"] ?? .null
      #expect(list.elements.map { $0["name"]?.string } == ["a", "b.2"])
      #expect(list.elements.map { $0["requests"]?.integer } == [0, 1])
      #expect(
        list.elements.first { _ in true }?["baseUrl"]?.string == "\(mock.server.url)/__session/a")
      #expect(try await mock.admin("DELETE", "sessions/b.2").status == 200)
      #expect(try await mock.admin("DELETE", "sessions/b.2").status == 404)
      // It begins anew.
      #expect(try await mock.ask("GET", "/__session/b.2/step").text == "one")
      #expect(try await mock.admin("DELETE", "sessions").status == 200)
      #expect(
        try await mock.admin("GET", "sessions").json["sessions"]?.elements.first { _ in true }
          == nil)
      let bad = try await mock.admin("POST", "sessions", #"{"name": "a/b"}"#)
      #expect(bad.status == 422)
    }
  }

  @Test func `what cannot be a name is refused`() async throws {
    try await StubServer.run(Self.scenario) { mock async throws in
      for path in [
        "/__session/", "/__session/a%20b/step",
        "/__session/\(String(repeating: "a", count: 129))/x",
      ] {
        #expect(try await mock.ask("GET", path).status == 400, "\(path)")
      }
      #expect(try await mock.ask("GET", "/step", headers: [Self.name: "a b"]).status == 400)
      #expect(try await mock.ask("GET", "/step", headers: [Self.name: ""]).status == 400)
      #expect(
        try await mock.admin("GET", "sessions").json["sessions"]?.elements.first { _ in true }
          == nil)
    }
  }

  @Test func `there are no more sessions than allowed, and none where they are off`() async throws {
    let clock = try HeldClock(sessions: SessionOptions(limit: 2))
    for name in ["a", "b"] {
      #expect(try clock.send("GET /__session/\(name)/orders/42 HTTP/1.1").hasPrefix("HTTP/1.1 200"))
    }
    let refused = try clock.send("GET /__session/c/orders/42 HTTP/1.1")
    #expect(refused.hasPrefix("HTTP/1.1 503"))
    #expect(refused.contains("--max-sessions"))
    let off = try HeldClock(sessions: SessionOptions(limit: 0))
    #expect(try off.send("GET /orders/42 HTTP/1.1\r\n\(Self.name): a").hasPrefix("HTTP/1.1 200"))
    #expect(try off.send("GET /__session/a/orders/42 HTTP/1.1").hasPrefix("HTTP/1.1 500"))
    #expect(off.sessions.names == [])
  }

  @Test func `a session ends when no request named it for a while, and its counts stay`() throws {
    let clock = try HeldClock(sessions: SessionOptions(expiry: .seconds(10)))
    _ = try clock.send("GET /__session/a/orders/42 HTTP/1.1")
    _ = try clock.pass(6_000)
    _ = try clock.send("GET /__session/b/nothing HTTP/1.1")
    _ = try clock.pass(3_999)
    #expect(clock.sessions.names == ["a", "b"])
    _ = try clock.pass(1)
    #expect(clock.sessions.names == ["b"])
    _ = try clock.send("GET /__session/b/nothing HTTP/1.1")
    _ = try clock.pass(9_999)
    #expect(clock.sessions.names == ["b"])
    _ = try clock.pass(1)
    #expect(clock.sessions.names == [])
    let verdict = MockVerdict(clock.service.wholeEngine)
    #expect(verdict.unexpected.count == 2)
    #expect(verdict.missing.count == 3)
  }

  @Test func `a body comes with a request that names its session in the path`() async throws {
    let stub = """
      {"request": {"method": "POST", "urlPath": "/echo"},
       "response": {"body": "{{request.path}} {{request.body}}", "transformers": ["response-template"]}}
      """
    try await StubServer.run(stub) { mock in
      let answer = try await mock.ask("POST", "/__session/a/echo?x=1", "hello")
      #expect(answer.text == "/echo hello")
    }
  }
}
