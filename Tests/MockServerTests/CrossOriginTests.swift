import FaultModel
import Foundation
import MockEngine
import MockServer
import TestSupport
import Testing

/// Answers that pages of other origins may read.
@Suite struct CrossOriginTests {
  static let open = MockOptions(allowsCrossOrigin: true)
  static let origin = ["Origin": "http://page.example"]
  static let stubs = """
    {"mappings": [
      {"request": {"urlPath": "/plain"}, "response": {"status": 200, "body": "p"}},
      {"request": {"urlPath": "/template"},
       "response": {"body": "{{request.method}}", "transformers": ["response-template"]}},
      {"request": {"urlPath": "/file"}, "response": {"bodyFileName": "a.txt"}},
      {"request": {"urlPath": "/delayed"}, "response": {"fixedDelayMilliseconds": 1}},
      {"request": {"urlPath": "/own"},
       "response": {"headers": {"access-control-allow-origin": "http://own.example"}}},
      {"request": {"method": "OPTIONS", "urlPath": "/options"}, "response": {"status": 202}}
    ]}
    """

  static func allowed(_ answer: RawResponse) -> String? {
    answer.header("Access-Control-Allow-Origin")
  }

  @Test(arguments: [
    ("GET /plain", 200), ("GET /template", 200), ("GET /file", 200), ("GET /delayed", 200),
    ("HEAD /plain", 200), ("OPTIONS /options", 202), ("OPTIONS /nothing", 204),
    ("GET /orders/42", 200),
    ("GET /nothing", 500), ("DELETE /orders/42", 204),
  ])
  func `every answer to a client allows every origin`(request: String, status: Int) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = folder.appendingPathComponent("__files")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    try Data("f".utf8).write(to: files.appendingPathComponent("a.txt"))
    try await StubServer.run(
      Self.stubs, interactions: MockServerTests.orders, folder: folder, options: Self.open
    ) { mock in
      let parts = request.split(separator: " ").map(String.init)
      let answer = try await mock.ask(parts[0], parts[1], headers: Self.origin)
      #expect(answer.status == status)
      #expect(Self.allowed(answer) == "*")
      #expect(answer.lines.count { $0.lowercased().hasPrefix("access-control-allow-origin") } == 1)
    }
  }

  @Test func `an answer keeps the origin that it names itself`() async throws {
    try await StubServer.run(Self.stubs, options: Self.open) { mock in
      let answer = try await mock.ask("GET", "/own", headers: Self.origin)
      #expect(Self.allowed(answer) == "http://own.example")
      #expect(answer.header("Access-Control-Expose-Headers") == "*")
    }
  }

  @Test func `a preflight request with a token in its headers is answered`() async throws {
    try await StubServer.run(Self.stubs, options: Self.open) { mock in
      let answer = try await mock.ask(
        "OPTIONS", "/plain",
        headers: Self.origin.merging([
          "Access-Control-Request-Method": "PUT",
          "Access-Control-Request-Headers": "authorization",
        ]) { $1 })
      #expect(answer.status == 204)
      #expect(answer.header("Access-Control-Allow-Methods") == "*")
      // The asterisk does not stand for it.
      #expect(answer.header("Access-Control-Allow-Headers")?.contains("Authorization") == true)
    }
  }

  @Test func `an OPTIONS request that is no preflight gets the stub for every method`() async throws
  {
    try await StubServer.run(Self.stubs, options: Self.open) { mock in
      let answer = try await mock.ask("OPTIONS", "/plain", headers: Self.origin)
      #expect(answer.status == 200)
      #expect(answer.text == "p")
    }
  }

  @Test func `a fault's answer allows every origin`() async throws {
    let script = FaultTests.script([.status(FaultResponse(status: 503))])
    try await MockServerTests.withServer(faults: [script], options: Self.open) { server in
      let answer = try await AdminTests.ask(server, "GET /orders/42", "Origin: http://a\r\n")
      #expect(answer.status == 503)
      #expect(Self.allowed(answer) == "*")
    }
  }

  @Test(arguments: [
    "OPTIONS /__admin/mappings", "GET /__admin/mappings", "OPTIONS /__admin", "GET /__admin/health",
    "GET /__admin/metrics", "OPTIONS /__admin/health", "POST /__admin/reset",
    "GET /__admin/nothing",
  ])
  func `the admin API never does`(request: String) async throws {
    try await StubServer.run(Self.stubs, options: Self.open) { mock in
      let parts = request.split(separator: " ").map(String.init)
      let answer = try await mock.ask(parts[0], parts[1], headers: Self.origin)
      #expect(!answer.lines.contains { $0.lowercased().hasPrefix("access-control") })
      #expect(answer.status >= (parts[0] == "GET" ? 200 : 403))
    }
  }

  @Test func `without the option nothing does`() async throws {
    try await StubServer.run(Self.stubs) { mock async throws in
      #expect(Self.allowed(try await mock.ask("GET", "/plain", headers: Self.origin)) == nil)
      #expect(try await mock.ask("OPTIONS", "/plain", headers: Self.origin).status == 200)
      #expect(try await mock.ask("OPTIONS", "/nothing", headers: Self.origin).status == 404)
    }
  }
}
