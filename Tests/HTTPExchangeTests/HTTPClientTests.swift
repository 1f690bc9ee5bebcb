import ContractModel
import HTTPExchange
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct HTTPClientTests {
  // MARK: What is sent

  @Test func `a request goes out with nothing added but Host`() throws {
    let server = try ScriptedServer { _ in .response(body: "hello") }
    defer { server.stop() }
    let response = try HTTPClient().perform(get(server, "/a//b/../c?x=%2f&y=a+b&&z#part")).get()
    #expect(response.status == 200)
    #expect(response.body == Array("hello".utf8))
    #expect(response.effectiveAddress == server.endpoint)
    #expect(
      server.requests.map(\.text) == [
        "GET /a//b/../c?x=%2f&y=a+b&&z HTTP/1.1\r\nHost: \(server.endpoint)\r\n\r\n"
      ])
  }

  @Test(arguments: [
    ("", "/"), ("/", "/"), ("?q", "/?q"), ("/p?", "/p?"), ("/é", "/é"),
    ("/%E9?a=%zz", "/%E9?a=%zz"),
    ("//x", "//x"), ("/a;b=1,2/'(*)'", "/a;b=1,2/'(*)'"), ("#only", "/"), ("/./a", "/./a"),
  ])
  func `path and query are sent as they are written`(written: String, sent: String) throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    _ = try HTTPClient().perform(get(server, written)).get()
    #expect(server.requests.map(\.methodAndTarget) == ["GET \(sent)"])
  }

  @Test func `header lines go out in order, repeated, empty and as the caller wants them`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let headers = [
      HTTPHeaderLine("X-B", "1"), HTTPHeaderLine("x-b", "2"), HTTPHeaderLine("X-Empty", ""),
      HTTPHeaderLine("Accept", "text/plain"), HTTPHeaderLine("User-Agent", "me"),
      HTTPHeaderLine("Host", "example.com"), HTTPHeaderLine("X-C", "ü, \"q\""),
    ]
    _ = try HTTPClient().perform(HTTPExchangeRequest(url: server.url, headers: headers)).get()
    #expect(
      server.requests.map(\.headLines) == [
        [
          "GET / HTTP/1.1", "Host: example.com", "X-B: 1", "x-b: 2", "X-Empty:",
          "Accept: text/plain", "User-Agent: me", "X-C: ü, \"q\"",
        ]
      ])
  }

  @Test func `a body goes out as it is, with its length and no type`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let body: [UInt8] = [0, 13, 10, 255]
    _ = try HTTPClient().perform(
      HTTPExchangeRequest(method: "POST", url: server.url + "/p", body: body)
    ).get()
    let head = "POST /p HTTP/1.1\r\nHost: \(server.endpoint)\r\nContent-Length: 4\r\n\r\n"
    #expect(server.requests.map(\.bytes) == [Array(head.utf8) + body])
  }

  @Test func `a large body goes out at once, without a question first`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let body = [UInt8](repeating: 7, count: 3 << 20)
    _ = try HTTPClient().perform(
      HTTPExchangeRequest(method: "PUT", url: server.url, body: body)
    ).get()
    let request = try #require(server.requests.first)
    #expect(request.header("Expect") == nil)
    #expect(request.body == body)
  }

  @Test(arguments: ["GET", "DELETE", "OPTIONS", "PROPFIND", "get", "head"])
  func `any method but HEAD can carry a body`(method: String) throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    _ = try HTTPClient().perform(
      HTTPExchangeRequest(method: method, url: server.url, body: Array("{}".utf8))
    ).get()
    #expect(server.requests.map(\.methodAndTarget) == ["\(method) /"])
    #expect(server.requests.map(\.body) == [Array("{}".utf8)])
  }

  @Test func `HEAD with a body is refused instead of going out without it`() throws {
    let request = HTTPExchangeRequest(method: "HEAD", url: "http://127.0.0.1:1", body: [1])
    #expect(error(try HTTPClient().perform(request))?.kind == .badRequest)
  }

  @Test(
    arguments: [
      ("POST", "0"), ("PUT", "0"), ("PATCH", "0"), ("GET", nil), ("DELETE", nil), ("HEAD", nil),
    ] as [(String, String?)])
  func `without a body only methods that are made for one announce none`(
    method: String, length: String?
  ) throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    _ = try HTTPClient().perform(HTTPExchangeRequest(method: method, url: server.url)).get()
    let request = try #require(server.requests.first)
    #expect(request.methodAndTarget == "\(method) /")
    #expect(request.header("Content-Length") == length)
    #expect(request.header("Content-Type") == nil)
  }

  @Test func `a pooled handle keeps nothing of the request before`() throws {
    let server = try ScriptedServer { request in
      .response(body: request.methodAndTarget.hasPrefix("HEAD") ? "" : "x")
    }
    defer { server.stop() }
    let client = try HTTPClient()
    _ = try client.perform(
      HTTPExchangeRequest(
        method: "POST", url: server.url, headers: [HTTPHeaderLine("X-A", "1")], body: [1])
    ).get()
    _ = try client.perform(HTTPExchangeRequest(method: "HEAD", url: server.url)).get()
    let last = try client.perform(get(server, "/c")).get()
    #expect(last.body == Array("x".utf8))
    #expect(
      server.requests.last?.text == "GET /c HTTP/1.1\r\nHost: \(server.endpoint)\r\n\r\n")
  }

  // MARK: What comes back

  @Test func `the response to HEAD has a header and no body`() throws {
    let server = try ScriptedServer { _ in
      .text("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
    }
    defer { server.stop() }
    let response = try HTTPClient().perform(
      HTTPExchangeRequest(method: "HEAD", url: server.url)
    ).get()
    #expect(response.headers == [Field("Content-Length", ["1000000000"])])
    #expect(response.body.isEmpty)
  }

  @Test func `header lines are grouped by name in the order of arrival`() throws {
    let server = try ScriptedServer { _ in
      .text(
        "HTTP/1.1 204 No Content\r\nSet-Cookie: a=1; Path=/, x\r\nX-A:  p q \r\nset-cookie: b=2\r\n"
          + "Empty:\r\nX-A: folded\r\n\t on\r\n\r\n")
    }
    defer { server.stop() }
    let response = try HTTPClient().perform(get(server)).get()
    #expect(response.status == 204)
    #expect(
      response.headers == [
        Field("Set-Cookie", ["a=1; Path=/, x", "b=2"]), Field("X-A", ["p q", "folded on"]),
        Field("Empty", [""]),
      ])
  }

  @Test func `a header value that is not UTF-8 is read as ISO 8859-1`() throws {
    let server = try ScriptedServer { _ in
      .bytes(
        Array("HTTP/1.1 200 OK\r\nA: caf".utf8) + [0xE9] + Array("\r\nB: ü\r\n".utf8)
          + Array("Content-Length: 0\r\n\r\n".utf8), then: .keepOpen)
    }
    defer { server.stop() }
    let response = try HTTPClient().perform(get(server)).get()
    #expect(response.headers.prefix(2) == [Field("A", ["café"]), Field("B", ["ü"])])
  }

  @Test func `interim responses and trailers leave nothing behind`() throws {
    let server = try ScriptedServer { _ in
      .text(
        "HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
          + "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "3\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n")
    }
    defer { server.stop() }
    let response = try HTTPClient().perform(get(server)).get()
    #expect(response.status == 201)
    #expect(response.headers == [Field("Transfer-Encoding", ["chunked"])])
    #expect(response.body == Array("abcde".utf8))
  }

  @Test func `a redirect is not followed`() throws {
    let server = try ScriptedServer { _ in
      .response("302 Found", ["Location: /b"], body: "elsewhere")
    }
    defer { server.stop() }
    let response = try HTTPClient().perform(get(server)).get()
    #expect(response.status == 302)
    #expect(response.body == Array("elsewhere".utf8))
    #expect(server.requests.count == 1)
  }

  @Test func `a body without a length ends with the connection`() throws {
    let server = try ScriptedServer { _ in .text("HTTP/1.0 200 OK\r\n\r\nabc", then: .close) }
    defer { server.stop() }
    #expect(try HTTPClient().perform(get(server)).get().body == Array("abc".utf8))
  }

  @Test func `large bodies and small ones follow each other`() throws {
    let large = String(repeating: "x", count: 1 << 20)
    let server = try ScriptedServer {
      .response(body: $0.methodAndTarget == "GET /l" ? large : "s")
    }
    defer { server.stop() }
    let client = try HTTPClient()
    for _ in 0..<2 {
      #expect(try client.perform(get(server, "/l")).get().body == Array(large.utf8))
      #expect(try client.perform(get(server, "/s")).get().body == Array("s".utf8))
    }
  }

  @Test func `timings add up, and an open connection costs no connecting`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let client = try HTTPClient()
    let first = try client.perform(get(server)).get().timings
    let second = try client.perform(get(server)).get().timings
    #expect(first.connect > .zero)
    #expect(first.firstByte >= first.dns + first.connect)
    #expect(first.total >= first.firstByte)
    #expect(first.tls == .zero)
    #expect(second.connect == .zero && second.dns == .zero)
    #expect(second.total > .zero)
  }

  // MARK: Connections

  @Test func `a hundred requests share one connection`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let client = try HTTPClient()
    for _ in 0..<50 { _ = try client.perform(get(server)).get() }
    let outcomes = performAll(client, (50..<100).map { get(server, "/\($0)") })
    #expect(outcomes.values.allSatisfy { (try? $0.get().status) == 200 })
    #expect(server.requests.count == 100)
    #expect(server.connectionCount == 1)
  }

  @Test func `requests run in parallel up to the limit`() throws {
    let running = Meeting(of: 4)
    let server = try ScriptedServer { request in
      running.attend()
      return .response(body: request.methodAndTarget)
    }
    defer { server.stop() }
    let client = try HTTPClient(configuration: HTTPClientConfiguration(parallel: 4))
    let outcomes = performAll(client, (0..<40).map { get(server, "/\($0)") })
    #expect(outcomes.count == 40)
    for (id, outcome) in outcomes {
      #expect(try outcome.get().body == Array("GET /\(id)".utf8))
    }
    #expect(running.most == 4)
    #expect(server.connectionCount == 4)
  }

  @Test func `a completion can lead to another request`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let client = try HTTPClient(configuration: HTTPClientConfiguration(parallel: 3))
    var waiting = [(id: 0, request: get(server, "/0"))]
    var ended: [Int] = []
    client.performAll(
      next: { waiting.popLast() },
      completion: { id, _ in
        ended.append(id)
        if id < 5 { waiting.append((id + 1, get(server, "/\(id + 1)"))) }
      })
    #expect(ended == [0, 1, 2, 3, 4, 5])
  }

  @Test func `a connection that the server closed meanwhile is replaced`() throws {
    let server = try ScriptedServer { request in
      .response(then: request.connection == 0 ? .close : .keepOpen)
    }
    defer { server.stop() }
    let client = try HTTPClient()
    #expect(try client.perform(get(server)).get().status == 200)
    #expect(try client.perform(get(server)).get().status == 200)
    #expect(server.connectionCount == 2)
  }

  @Test func `failures among many requests concern only themselves`() throws {
    let server = try ScriptedServer { request in
      request.methodAndTarget == "GET /1" ? .bytes([], then: .close) : .response()
    }
    defer { server.stop() }
    let client = try HTTPClient(configuration: HTTPClientConfiguration(parallel: 2))
    let requests = [
      get(server, "/0"), get(server, "/1"), HTTPExchangeRequest(url: "nonsense"), get(server, "/3"),
    ]
    let outcomes = performAll(client, requests)
    #expect(try outcomes[0]?.get().status == 200)
    #expect(error(outcomes[1])?.kind == .protocol)
    #expect(error(outcomes[2])?.kind == .badURL)
    #expect(try outcomes[3]?.get().status == 200)
  }

  @Test func `a client refuses to be used by its own closures`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let client = try HTTPClient()
    var waiting = [(id: 0, request: get(server))]
    var inner: HTTPClient.Outcome?
    client.performAll(
      next: { waiting.popLast() }, completion: { _, _ in inner = client.perform(get(server)) })
    #expect(error(inner)?.kind == .other)
    #expect(error(inner)?.message.hasPrefix("\(server.endpoint): the client is busy") == true)
  }

  // MARK: Stopping

  @Test func `a request that hangs ends when the caller stops it`() throws {
    let server = try ScriptedServer { _ in .hang }
    defer { server.stop() }
    var request = get(server)
    request.timeout = .seconds(60)
    let outcome = try HTTPClient().perform(request, shouldStop: { !server.requests.isEmpty })
    #expect(error(outcome)?.kind == .cancelled)
    #expect(error(outcome)?.message == "\(server.endpoint): the request was cancelled")
  }

  @Test func `a caller that stopped before sends nothing`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let outcome = try HTTPClient().perform(get(server), shouldStop: { true })
    #expect(error(outcome)?.kind == .cancelled)
    #expect(server.connectionCount == 0)
  }

  @Test func `stopping ends all that run, begins nothing else and leaves the client usable`() throws
  {
    let server = try ScriptedServer { $0.methodAndTarget == "GET /after" ? .response() : .hang }
    defer { server.stop() }
    let client = try HTTPClient(
      configuration: HTTPClientConfiguration(requestTimeout: .seconds(60), parallel: 3))
    var waiting = (0..<9).map { (id: $0, request: get(server, "/\($0)")) }
    var ended: [Int] = []
    var kinds: Set<HTTPExchangeError.Kind?> = []
    client.performAll(
      next: { waiting.isEmpty ? nil : waiting.removeFirst() },
      completion: { id, outcome in
        ended.append(id)
        kinds.insert(error(outcome)?.kind)
      },
      shouldStop: { server.requests.count == 3 })
    #expect(ended == [0, 1, 2])
    #expect(kinds == [.cancelled])
    #expect(waiting.count == 6)
    #expect(try client.perform(get(server, "/after")).get().status == 200)
  }

  // MARK: TLS

  @Test func `https to a server without TLS is an error of TLS`() throws {
    let server = try ScriptedServer { _ in .response("400 Bad Request", then: .close) }
    defer { server.stop() }
    let request = HTTPExchangeRequest(url: "https://\(server.endpoint)/")
    let failure = try #require(error(try HTTPClient().perform(request)))
    #expect(failure.kind == .tls, "\(failure)")
    #expect(failure.message.hasPrefix("\(server.endpoint): SSL connect error"))
  }

  @Test func `a missing file of authorities is named, and only https needs it`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let client = try HTTPClient(
      configuration: HTTPClientConfiguration(caFile: "/nowhere/authorities.pem"))
    let failure = try #require(
      error(client.perform(HTTPExchangeRequest(url: "https://\(server.endpoint)/"))))
    #expect(failure.kind == .tls)
    #expect(failure.message.contains("/nowhere/authorities.pem"))
    #expect(try client.perform(get(server)).get().status == 200)
  }

  // MARK: Helpers

  func get(_ server: ScriptedServer, _ target: String = "") -> HTTPExchangeRequest {
    HTTPExchangeRequest(url: server.url + target)
  }

  func client(limit: Int) throws -> HTTPClient {
    try HTTPClient(configuration: HTTPClientConfiguration(maximumBodySize: limit))
  }

  func performAll(
    _ client: HTTPClient, _ requests: [HTTPExchangeRequest]
  ) -> [Int: HTTPClient.Outcome] {
    var iterator = requests.enumerated().makeIterator()
    var outcomes: [Int: HTTPClient.Outcome] = [:]
    client.performAll(
      next: { iterator.next().map { (id: $0.offset, request: $0.element) } },
      completion: { outcomes[$0] = $1 })
    return outcomes
  }

  func error(_ outcome: HTTPClient.Outcome?) -> HTTPExchangeError? {
    if case .failure(let error) = outcome { error } else { nil }
  }
}

/// A point where threads wait for each other, at first, and are counted.
private final class Meeting: @unchecked Sendable {
  private let condition = NSCondition()
  private let size: Int
  private var isOver = false
  private var present = 0
  private var peak = 0

  init(of size: Int) {
    self.size = size
  }

  /// The most threads that were here at a time.
  var most: Int { condition.withLock { peak } }

  /// Waits until the meeting is complete, which it needs to be only once.
  func attend() {
    condition.withLock {
      present += 1
      peak = max(peak, present)
      if present == size {
        isOver = true
        condition.broadcast()
      }
      let deadline = Date(timeIntervalSinceNow: 20)
      while !isOver, condition.wait(until: deadline) {}
      present -= 1
    }
  }
}
