import JSONText
import MockEngine
import TestSupport
import Testing

/// Requests that follow the answers of stubs.
@Suite struct WebhookTests {
  private static func stub(_ parameters: String, key: String = "serveEventListeners") -> String {
    """
    {"request": {"urlPath": "/order", "method": "POST"}, "response": {"status": 202, "body": "taken"},
     "\(key)": [{"name": "webhook", "parameters": \(parameters)}]}
    """
  }

  /// Waits until the service got so many requests.
  private static func wait(_ service: ScriptedServer, for count: Int) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(30)
    while service.requests.count < count {
      try #require(clock.now < deadline, "got \(service.requests.count) of \(count) requests")
      await Task.yield()
    }
  }

  /// What followed the only request, once it is whole.
  private static func events(_ mock: StubServer, _ count: Int) async throws -> [JSONValue] {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(30)
    while true {
      let json = try await mock.admin("GET", "requests").json
      let first = json["requests"]?.elements.first { _ in true }
      let events = Array((first?["subEvents"] ?? .null).elements)
      if events.count >= count { return events }
      try #require(clock.now < deadline, "\(json)")
    }
  }

  @Test(arguments: ["serveEventListeners", "postServeActions"])
  func `a webhook follows the answer, with values of the request`(key: String) async throws {
    try await ProxyStubTests.withService { url in
      Self.stub(
        """
        {"method": "PUT", "url": "\(url)/hook?id={{jsonPath originalRequest.body '$.id'}}",
         "headers": {"Content-Type": "application/json", "X-From": "{{originalRequest.headers.X-Client}}"},
         "body": "{\\"who\\": \\"{{parameters.name}}\\"}", "name": "o\\"k"}
        """, key: key)
    } _: { mock, service in
      let answer = try await mock.ask(
        "POST", "/order", #"{"id": 7}"#, headers: ["X-Client": "shop"])
      #expect(answer.status == 202)
      try await Self.wait(service, for: 1)
      let request = try #require(service.requests.first)
      #expect(request.methodAndTarget == "PUT /hook?id=7")
      #expect(request.header("X-From") == "shop")
      #expect(String(decoding: request.body, as: UTF8.self) == #"{"who": "o\"k"}"#)
      let events = try await Self.events(mock, 2)
      #expect(events.map { $0["type"]?.string } == ["WEBHOOK_REQUEST", "WEBHOOK_RESPONSE"])
      #expect(events.last?["data"]?["status"]?.integer == 200)
    }
  }

  @Test func `it comes after its delay`() async throws {
    try await ProxyStubTests.withService { url in
      Self.stub(#"{"url": "\#(url)/late", "delay": {"type": "fixed", "milliseconds": 40}}"#)
    } _: { mock, service in
      let clock = ContinuousClock()
      let begin = clock.now
      _ = try await mock.ask("POST", "/order")
      try await Self.wait(service, for: 1)
      #expect(clock.now - begin >= .milliseconds(40))
    }
  }

  @Test func `one that fails is told in the journal`() async throws {
    let closed = ReservedPort()
    let options = MockOptions(allowedTargets: [try AllowedTarget(closed.endpoint)])
    let stubs = Self.stub(#"{"url": "http://\#(closed.endpoint)/"}"#)
    try await StubServer.run(stubs, options: options) { mock in
      #expect(try await mock.ask("POST", "/order").status == 202)
      let events = try await Self.events(mock, 2)
      #expect(events.last?["type"]?.string == "ERROR")
      #expect(events.last?["data"]?["message"]?.string?.contains(closed.endpoint) == true)
    }
  }

  @Test func `a request cannot send it elsewhere, nor write into its head`() async throws {
    try await ProxyStubTests.withService { url in
      Self.stub(
        """
        {"url": "{{originalRequest.query.to}}",
         "headers": {"X-A": "{{{originalRequest.body}}}"}}
        """)
    } _: { mock, service in
      _ = try await mock.ask("POST", "/order?to=http://169.254.169.254/latest")
      let events = try await Self.events(mock, 1)
      #expect(events.first?["type"]?.string == "ERROR")
      #expect(service.requests.isEmpty)
      _ = try await mock.ask("POST", "/order?to=\(service.url)/x", "a\r\nX-Evil: 1")
      try await Self.wait(service, for: 1)
      let request = try #require(service.requests.first)
      #expect(request.methodAndTarget == "GET /x")
      #expect(request.header("X-A") == "aX-Evil: 1")
      #expect(request.header("X-Evil") == nil)
    }
  }

  @Test func `it may only go to an allowed target`() async throws {
    try await StubServer.run { mock in
      let refused = try await mock.admin(
        "POST", "mappings", Self.stub(#"{"url": "http://127.0.0.1:9/"}"#))
      #expect(refused.status == 422)
      let error = refused.json["errors"]?.elements.first { _ in true }
      #expect(
        error?["source"]?["pointer"]?.string == "/serveEventListeners/0/parameters/url",
        "\(refused)")
      #expect("\(refused.json)".contains("--allow-target"))
    }
  }
}
