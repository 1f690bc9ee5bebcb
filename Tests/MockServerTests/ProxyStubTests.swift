import Foundation
import JSONText
import MockEngine
import TestSupport
import Testing

@testable import MockServer

/// Stubs that pass requests on to a real service.
@Suite struct ProxyStubTests {
  /// Runs a test with a service and a mock whose stubs may reach it.
  ///
  /// - Parameter stub: gives the mappings for the URL of the service.
  static func withService<Value>(
    _ stubs: (String) -> String, allows: Bool = true, compatible: Bool = false,
    service answer: @escaping @Sendable (ReceivedRequest) -> ScriptedReply = { _ in
      .response("200 OK", ["X-Real: yes"], body: "real")
    },
    _ test: (StubServer, ScriptedServer) async throws -> Value
  ) async throws -> Value {
    let service = try ScriptedServer(answer)
    defer { service.stop() }
    let options = MockOptions(
      isWireMockCompatible: compatible,
      allowedTargets: allows ? [try AllowedTarget(service.endpoint)] : [])
    return try await StubServer.run(stubs(service.url), options: options) { mock in
      try await test(mock, service)
    }
  }

  private static func proxy(_ url: String, _ more: String = "", request: String = "{}") -> String {
    #"{"request": \#(request), "response": {"proxyBaseUrl": "\#(url)"\#(more)}}"#
  }

  @Test func `a request goes to the service, and its answer to the client`() async throws {
    try await Self.withService {
      Self.proxy($0 + "/base")
    } _: { mock, service in
      let answer = try await mock.ask(
        "PUT", "/orders/7?a=%20b", "hello",
        headers: ["X-Mine": "1", "Connection": "X-Hop", "X-Hop": "2"])
      #expect(answer.status == 200)
      #expect(answer.text == "real")
      #expect(answer.header("X-Real") == "yes")
      let request = try #require(service.requests.first)
      #expect(request.methodAndTarget == "PUT /base/orders/7?a=%20b")
      #expect(request.body == Array("hello".utf8))
      #expect(request.header("X-Mine") == "1")
      #expect(request.header("X-Hop") == nil)
      #expect(request.header("Host") == service.endpoint)
      let journal = try await mock.admin("GET", "requests").json
      let noted = journal["requests"]?.elements.first { _ in true }
      #expect(noted?["wasMatched"]?.boolean == true)
    }
  }

  @Test func `header fields, a prefix, a delay and fields of the answer are changed on the way`()
    async throws
  {
    let more = """
      , "proxyUrlPrefixToRemove": "/api", "additionalProxyRequestHeaders": {"X-Added": "a"},
      "removeProxyRequestHeaders": ["X-Gone"], "headers": {"X-Real": "stubbed"},
      "fixedDelayMilliseconds": 30
      """
    try await Self.withService {
      Self.proxy($0, more)
    } _: { mock, service in
      let clock = ContinuousClock()
      let begin = clock.now
      let answer = try await mock.ask("GET", "/api/orders", headers: ["X-Gone": "g"])
      #expect(clock.now - begin >= .milliseconds(30))
      #expect(answer.text == "real")
      #expect(answer.lines.filter { $0.hasPrefix("X-Real") } == ["X-Real: stubbed"])
      let request = try #require(service.requests.first)
      #expect(request.methodAndTarget == "GET /orders")
      #expect(request.header("X-Added") == "a")
      #expect(request.header("X-Gone") == nil)
    }
  }

  @Test func `a better stub comes before the service, a fault befalls its answer`() async throws {
    try await Self.withService { url in
      """
      {"mappings": [
        {"priority": 10, "request": {}, "response": {"proxyBaseUrl": "\(url)"}},
        {"request": {"url": "/own"}, "response": {"body": "own"}},
        {"request": {"url": "/cut"},
         "response": {"proxyBaseUrl": "\(url)", "fault": "EMPTY_RESPONSE"}}
      ]}
      """
    } _: { mock, service in
      #expect(try await mock.ask("GET", "/own").text == "own")
      #expect(try await mock.ask("GET", "/other").text == "real")
      let connection = try RawConnection(port: mock.server.port)
      connection.send(StubServer.request("GET", "/cut"))
      #expect(await connection.rest().bytes == [])
      #expect(service.requests.map(\.methodAndTarget) == ["GET /other"])
    }
  }

  @Test func `a service that is not allowed is refused, when it is loaded and by the API`()
    async throws
  {
    let error = await #expect(throws: (any Error).self) {
      try await Self.withService({ Self.proxy($0) }, allows: false) { _, _ in }
    }
    let text = String(describing: error)
    #expect(text.contains("stubs.json:1:"), "\(text)")
    #expect(text.contains("allow it with --allow-target 127.0.0.1:"), "\(text)")
    try await Self.withService {
      Self.proxy($0)
    } _: { mock, _ in
      for url in [
        "http://169.254.169.254", "http://127.0.0.1:1", "http://localhost:\(mock.server.port)",
        "file:///etc/passwd", "http://{{request.query.to}}@evil.example",
      ] {
        let refused = try await mock.admin("POST", "mappings", Self.proxy(url))
        #expect(refused.status == 422, "\(url)")
        let error = refused.json["errors"]?.elements.first { _ in true }
        #expect(error?["source"]?["pointer"]?.string == "/response/proxyBaseUrl", "\(refused)")
      }
    }
  }

  @Test func `a target out of a request is checked for each request`() async throws {
    let more = #", "transformers": ["response-template"]"#
    try await Self.withService { _ in
      Self.proxy("http://{{request.query.to}}", more)
    } _: { mock, service in
      #expect(try await mock.ask("GET", "/a?to=\(service.endpoint)").text == "real")
      let refused = try await mock.ask("GET", "/a?to=169.254.169.254")
      #expect(refused.status == 502)
      #expect(refused.text.contains("requests may not go to http://169.254.169.254"))
      #expect(service.requests.count == 1)
    }
  }

  @Test func `a stub that leads back to its mock answers 508 instead of going round`() async throws
  {
    let options = MockOptions(allowedTargets: [try AllowedTarget("127.0.0.1")])
    try await StubServer.run(options: options) { mock in
      _ = try await mock.admin("POST", "mappings", Self.proxy(mock.server.url))
      let answer = try await mock.ask("GET", "/x")
      #expect(answer.status == 508)
      #expect(answer.text.contains("leads back to this mock"))
    }
  }

  @Test(arguments: [
    #"{"proxyBaseUrl": "http://a", "body": "b"}"#, #"{"proxyUrlPrefixToRemove": "/a"}"#,
    #"{"proxyBaseUrl": "http://a?b"}"#, #"{"proxyBaseUrl": 1}"#,
  ])
  func `what cannot be meant is refused`(response: String) async throws {
    try await StubServer.run { mock in
      let refused = try await mock.admin(
        "POST", "mappings", #"{"request": {}, "response": \#(response)}"#)
      #expect(refused.status == 422)
    }
  }

  @Test func `a service over TLS is reached by the authority that is given`() async throws {
    try await SecureServer.with(
      { MockTLS(.files(certificate: $0("server.pem"), key: $0("server.key"))) }
    ) { secure in
      for (file, status) in [("authority.pem", 200), ("stranger.pem", 502)] {
        var compiler = MockCompiler(MockOptions())
        compiler.stubFolder = nil
        var limits = ForwardLimits()
        limits.authorities = secure.path(file)
        let target = try ForwardTarget(url: "https://127.0.0.1:\(secure.server.port)")
        let server = try await MockServer.start(
          compiler, faults: [], options: MockOptions(), host: "127.0.0.1", port: 0,
          forwardingTo: target, limits: limits)
        let answer = try await AdminTests.ask(server, "GET /orders/42")
        #expect(answer.status == status, "\(answer.text)")
        await server.stop()
      }
    }
  }
}
