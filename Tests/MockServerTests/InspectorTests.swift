import FaultModel
import Foundation
import MockEngine
import MockServer
import TestSupport
import Testing

/// The inspector, as a browser gets it.
@Suite struct InspectorTests {
  static let stubs = """
    {"mappings": [
      {"name": "<b>bold</b>", "request": {"method": "POST", "urlPath": "/orders"}, "response": {"status": 201}},
      {"scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "two",
       "request": {"url": "/step"}, "response": {"body": "one"}}
    ]}
    """

  @Test func `requests are listed, newest first, and by what became of them`() async throws {
    try await StubServer.run(Self.stubs) { mock in
      _ = try await mock.ask("POST", "/orders")
      _ = try await mock.ask("GET", "/orders?a=<script>")
      let all = try await mock.ask("GET", "/__admin/ui").text
      let places = ["ui/requests/2", "ui/requests/1"].map { all.range(of: $0)?.lowerBound }
      #expect(try #require(places[0]) < #require(places[1]))
      #expect(!all.contains("a=<script>"))
      #expect(!all.contains("<b>bold"))
      let unmatched = try await mock.ask("GET", "/__admin/ui?show=unmatched").text
      #expect(unmatched.contains("ui/requests/2") && !unmatched.contains("ui/requests/1"))
      let older = try await mock.ask("GET", "/__admin/ui?before=2").text
      #expect(!older.contains("ui/requests/2") && older.contains("ui/requests/1"))
      #expect(try await mock.ask("GET", "/__admin/ui?show=some").status == 422)
      #expect(try await mock.ask("GET", "/__admin/ui?before=x").status == 422)
    }
  }

  @Test func `an unmatched request shows what differs from the nearest stub`() async throws {
    try await StubServer.run(Self.stubs) { mock in
      _ = try await mock.ask("GET", "/orders", headers: ["X-Evil": "<img onerror=x>"])
      let page = try await mock.ask("GET", "/__admin/ui/requests/1")
      #expect(page.text.contains("Closest: stub"))
      #expect(page.text.contains("stubs.json:2"))
      #expect(page.text.contains("POST"))
      #expect(!page.text.contains("<img"))
      #expect(try await mock.ask("GET", "/__admin/ui/requests/2").status == 404)
      #expect(try await mock.ask("GET", "/__admin/ui/requests/x").status == 404)
    }
  }

  @Test func `stubs, scenarios, faults and sessions have pages`() async throws {
    let script = FaultTests.script([.status(FaultResponse(status: 503))])
    try await MockServerTests.withServer(faults: [script]) { server in
      _ = try await AdminTests.ask(server, "GET /orders/42")
      _ = try await AdminTests.ask(server, "GET /__session/alice/orders/42")
      for (path, words) in [
        ("stubs", ["an order", "web-shop"]), ("scenarios", ["No stub takes part"]),
        ("faults", ["status,", "ui/requests/1", "seed"]),
        ("sessions", ["../../__session/alice/__admin/ui"]),
      ] {
        let page = try await AdminTests.ask(server, "GET /__admin/ui/\(path)")
        #expect(page.status == 200)
        for word in words {
          #expect(page.text.lowercased().contains(word.lowercased()), "\(path): \(word)")
        }
      }
      let own = try await AdminTests.ask(server, "GET /__session/alice/__admin/ui")
      #expect(own.text.contains("session alice"))
      #expect(own.text.contains("ui/requests/1"))
      #expect(!own.text.contains("ui/sessions"))
    }
  }

  @Test(arguments: ["ui", "ui/stubs", "ui/style.css", "ui/script.js"])
  func `a browser may load only what the mock sends, and nobody may frame it`(path: String)
    async throws
  {
    try await StubServer.run { mock in
      let answer = try await mock.ask("GET", "/__admin/\(path)")
      #expect(answer.status == 200)
      let policy = try #require(answer.header("Content-Security-Policy"))
      for part in [
        "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'none'",
      ] {
        #expect(policy.contains(part))
      }
      #expect(!policy.contains("unsafe"))
      #expect(answer.header("X-Content-Type-Options") == "nosniff")
      #expect(answer.header("Cache-Control") == "no-store")
    }
  }

  @Test func `it is for those who may use the admin API`() async throws {
    let guarded = try await MockServer.start(
      playing: [], host: "0.0.0.0", admin: AdminAccess(token: "t0k3n"))
    #expect(try await AdminTests.ask(guarded, "GET /__admin/ui").status == 401)
    #expect(
      try await AdminTests.ask(guarded, "GET /__admin/ui", "Authorization: Bearer t0k3n\r\n").status
        == 200)
    await guarded.stop()
    try await StubServer.run { mock in
      let answer = try await mock.ask("GET", "/__admin/ui", headers: ["Host": "evil.example"])
      #expect(answer.status == 400 || answer.status == 403)
    }
  }
}
