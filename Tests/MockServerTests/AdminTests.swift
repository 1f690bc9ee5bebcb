import FaultModel
import JSONText
import MockEngine
import MockServer
import TestSupport
import Testing

/// The admin API on the mock's own port.
@Suite struct AdminTests {
  /// Sends a request on a connection of its own.
  static func ask(
    _ server: MockServer, _ line: String, _ fields: String = "", body: String = ""
  ) async throws -> RawResponse {
    let connection = try RawConnection(port: server.port)
    let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
    connection.send("\(line) HTTP/1.1\r\n\(fields)\(length)\r\n\(body)")
    return try await connection.response()
  }

  static func json(_ response: RawResponse) throws -> JSONValue {
    try JSONValue(parsing: response.text)
  }

  @Test func `requests are listed in WireMock's shape, the newest first`() async throws {
    let script = FaultTests.script([.status(FaultResponse(status: 503))])
    try await MockServerTests.withServer(
      faults: [script], options: MockOptions(seed: 4)
    ) { server in
      _ = try await Self.ask(server, "GET /orders/42", "Host: shop\r\nCookie: a=1; b=2\r\n")
      _ = try await Self.ask(server, "PUT /x?q=1&q=2", "X-A: 1\r\nX-A: 2\r\n", body: "hi")
      let list = try Self.json(try await Self.ask(server, "GET /__admin/requests"))
      #expect(list["meta"]?["total"]?.integer == 2)
      #expect(list["requestJournalDisabled"]?.boolean == false)
      let events = try #require(list["requests"].map { Array($0.elements) })
      try #require(events.count == 2)
      let put = try #require(events[0]["request"])
      #expect(put["url"]?.string == "/x?q=1&q=2")
      #expect(put["absoluteUrl"]?.string == "\(server.url)/x?q=1&q=2")
      #expect(put["method"]?.string == "PUT")
      #expect(put["clientIp"]?.string == "127.0.0.1")
      #expect(put["headers"]?["X-A"].map { "\($0)" } == #"["1","2"]"#)
      #expect(put["queryParams"]?["q"]?["values"].map { "\($0)" } == #"["1","2"]"#)
      #expect(put["body"]?.string == "hi")
      #expect(put["bodyAsBase64"]?.string == "aGk=")
      #expect(put["loggedDateString"]?.string?.hasSuffix("Z") == true)
      #expect((put["loggedDate"]?.integer ?? 0) > 1_700_000_000_000)
      #expect(events[0]["wasMatched"]?.boolean == false)
      #expect(events[0]["responseDefinition"]?["status"]?.integer == 500)
      let get = try #require(events[1]["request"])
      #expect(get["absoluteUrl"]?.string == "http://shop/orders/42")
      #expect(get["cookies"]?["b"]?.string == "2")
      #expect(get["interaction"]?.string == "an order")
      #expect(get["fault"]?["type"]?.string == "status")
      #expect(get["fault"]?["request"]?.integer == 1)
      #expect(get["fault"]?["seed"]?.integer == 4)
      #expect(events[1]["wasMatched"]?.boolean == true)
      #expect(events[1]["response"]?["status"]?.integer == 503)
    }
  }

  @Test func `one request is shown and removed by its id`() async throws {
    try await MockServerTests.withServer { server in
      _ = try await Self.ask(server, "GET /orders/42")
      let list = try Self.json(try await Self.ask(server, "GET /__admin/requests"))
      let id = try #require(list["requests"]?.elements.first { _ in true }?["id"]?.string)
      let shown = try Self.json(try await Self.ask(server, "GET /__admin/requests/\(id)"))
      #expect(shown["request"]?["url"]?.string == "/orders/42")
      #expect(try await Self.ask(server, "DELETE /__admin/requests/\(id)").status == 200)
      #expect(try await Self.ask(server, "GET /__admin/requests/\(id)").status == 404)
      #expect(try await Self.ask(server, "GET /__admin/requests/none").status == 404)
    }
  }

  @Test func `requests are counted, found and cleared`() async throws {
    try await MockServerTests.withServer { server in
      for target in ["/orders/42", "/orders/42?a=1", "/other"] {
        _ = try await Self.ask(server, "GET \(target)")
      }
      func count(_ pattern: String) async throws -> Int? {
        let answer = try await Self.ask(server, "POST /__admin/requests/count", body: pattern)
        return try Self.json(answer)["count"]?.integer
      }
      #expect(try await count("{}") == 3)
      #expect(try await count(#"{"method": "ANY", "urlPath": "/orders/42"}"#) == 2)
      #expect(try await count(#"{"url": "/orders/42"}"#) == 1)
      #expect(try await count(#"{"urlPattern": "/o.*1"}"#) == 1)
      #expect(try await count(#"{"method": "POST", "urlPathPattern": "/.*"}"#) == 0)
      let found = try Self.json(
        try await Self.ask(server, "POST /__admin/requests/find", body: #"{"url": "/other"}"#))
      #expect(found["requests"]?.elements.map { $0["url"]?.string } == ["/other"])
      let none = try await Self.ask(server, "GET /__admin/requests/unmatched")
      #expect(try Self.json(none)["requests"]?.count == 2)
      for wrong in ["{", "[]", #"{"urll": "/"}"#, #"{"url": 1}"#, #"{"url": "/", "urlPath": "/"}"#]
      {
        let answer = try await Self.ask(server, "POST /__admin/requests/count", body: wrong)
        #expect(answer.status == 422)
      }
      #expect(try await Self.ask(server, "DELETE /__admin/requests").status == 200)
      #expect(try await count("{}") == 0)
    }
  }

  @Test func `a count that could be wrong is refused`() async throws {
    try await MockServerTests.withServer(options: MockOptions(journalLimit: 400)) { server in
      for _ in 1...9 { _ = try await Self.ask(server, "GET /orders/42") }
      let answer = try await Self.ask(server, "POST /__admin/requests/count", body: "{}")
      #expect(answer.status == 409)
      #expect(answer.text.contains("could be wrong"))
      let list = try await Self.ask(server, "GET /__admin/requests")
      #expect(try Self.json(list)["meta"]?["total"]?.integer == 9)
      #expect(Int(list.header("X-Counterpart-Forgotten") ?? "") ?? 0 > 0)
      _ = try await Self.ask(server, "DELETE /__admin/requests")
      let after = try await Self.ask(server, "POST /__admin/requests/count", body: "{}")
      #expect(try Self.json(after)["count"]?.integer == 0)
    }
  }

  @Test func `a page of another origin changes nothing, and reaches nothing by another name`()
    async throws
  {
    try await MockServerTests.withServer { server in
      let local = "Host: 127.0.0.1:\(server.port)\r\n"
      for field in [
        "Origin: https://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n",
        "Origin: http://127.0.0.1:1\r\n",
      ] {
        let answer = try await Self.ask(server, "DELETE /__admin/requests", local + field)
        #expect(answer.status == 403, "\(field)")
      }
      let own = local + "Origin: http://127.0.0.1:\(server.port)\r\nSec-Fetch-Site: same-origin\r\n"
      #expect(try await Self.ask(server, "DELETE /__admin/requests", own).status == 200)
      for host in ["evil.example", "127.0.0.1.evil.example", "128.0.0.1", ""] {
        let answer = try await Self.ask(server, "GET /__admin/requests", "Host: \(host)\r\n")
        #expect(answer.status == 403, "\(host)")
      }
      for host in ["localhost", "LOCALHOST:80", "[::1]:9", "127.9.9.9", "a.localhost"] {
        let answer = try await Self.ask(server, "GET /__admin/health", "Host: \(host)\r\n")
        #expect(answer.status == 200, "\(host)")
      }
      // What is no admin request may have any host and origin.
      let stub = "Host: evil.example\r\nOrigin: https://evil.example\r\n"
      #expect(try await Self.ask(server, "DELETE /orders/42", stub).status == 204)
    }
  }

  @Test func `with a token only who carries it may, beyond this machine nobody without`()
    async throws
  {
    let contract = try MockServerTests.contract(MockServerTests.orders)
    let open = try await MockServer.start(playing: [contract], host: "0.0.0.0")
    #expect(try await Self.ask(open, "GET /__admin/requests").status == 403)
    #expect(try await Self.ask(open, "GET /orders/42").status == 200)
    await open.stop()
    let guarded = try await MockServer.start(
      playing: [contract], host: "0.0.0.0", admin: AdminAccess(token: "t0k3n"))
    for (field, status) in [
      ("", 401), ("Authorization: Bearer t0k3m\r\n", 401),
      ("Authorization: Bearer t0k3n\r\nHost: mock.example\r\n", 200),
    ] {
      #expect(try await Self.ask(guarded, "GET /__admin/requests", field).status == status)
    }
    await guarded.stop()
    let named = try await MockServer.start(
      playing: [contract], admin: AdminAccess(hosts: ["mock.example"]))
    let answer = try await Self.ask(named, "GET /__admin/health", "Host: Mock.example:80\r\n")
    #expect(answer.status == 200)
    await named.stop()
  }

  @Test func `a call may wait until so many requests came`() async throws {
    try await MockServerTests.withServer { server in
      func wait(_ body: String) async throws -> RawResponse {
        try await Self.ask(server, "POST /__admin/requests/await", body: body)
      }
      async let waiting = wait(
        #"{"request": {"urlPath": "/orders/42"}, "count": 2, "withinMs": 60000}"#)
      for target in ["/orders/42", "/other", "/orders/42?a"] {
        _ = try await Self.ask(server, "GET \(target)")
      }
      let answer = try Self.json(try await waiting)
      #expect(
        answer["requests"]?.elements.map { $0["number"]?.integer } == [1, 3], "\(answer)")
      let late = try await wait(#"{"request": {"url": "/x"}, "withinMs": 0}"#)
      #expect(late.status == 408)
      for (wrong, place) in [
        ("{}", ""), ("[]", ""), (#"{"request": {"urll": "/"}}"#, "/request/urll"),
        (#"{"request": {}, "count": 0}"#, "/count"), (#"{"request": {}, "within": 1}"#, "/within"),
      ] {
        let refused = try await wait(wrong)
        #expect(refused.status == 422, "\(wrong)")
        #expect(place.isEmpty || refused.text.contains(place), "\(refused.text)")
      }
    }
  }

  @Test func `what the admin API does not know, it says`() async throws {
    try await MockServerTests.withServer { server in
      for (line, status) in [
        ("GET /__admin/nothing", 404), ("PATCH /__admin/requests", 405),
        ("GET /__administrator", 500),
      ] {
        let answer = try await Self.ask(server, line)
        #expect(answer.status == status)
      }
      #expect(await server.requests().entries.map(\.path) == ["/__administrator"])
      #expect(await server.verdict().unexpected.map(\.path) == ["/__administrator"])
    }
  }
}
