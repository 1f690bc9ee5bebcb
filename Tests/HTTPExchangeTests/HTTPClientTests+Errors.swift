import ContractModel
import Foundation
import HTTPExchange
import TestSupport
import Testing

/// What goes wrong.
extension HTTPClientTests {
  @Test func `a refused connection names its address`() throws {
    let server = try ScriptedServer { _ in .hang }
    server.stop()
    let failure = try #require(error(try HTTPClient().perform(get(server, "/secret"))))
    #expect(failure.kind == .unreachable)
    #expect(
      failure.message.hasPrefix(
        "\(server.endpoint): Couldn't connect to server: Failed to connect to 127.0.0.1 port"))
  }

  @Test func `a provider that hangs ends in a timeout`() throws {
    let server = try ScriptedServer { _ in .hang }
    defer { server.stop() }
    var request = get(server)
    request.timeout = .milliseconds(50)
    let failure = try #require(error(try HTTPClient().perform(request)))
    #expect(failure.kind == .timeout)
    #expect(failure.message.hasPrefix("\(server.endpoint): Timeout was reached"))
  }

  @Test func `the configuration says how long a request may take that does not say so`() throws {
    let server = try ScriptedServer { _ in .hang }
    defer { server.stop() }
    let client = try HTTPClient(
      configuration: HTTPClientConfiguration(requestTimeout: .milliseconds(20)))
    #expect(error(client.perform(get(server)))?.kind == .timeout)
  }

  @Test(arguments: [
    ScriptedReply.bytes([], then: .close), .bytes([], then: .reset), .text("what?\r\n\r\n"),
    .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", then: .close),
    .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", then: .close),
    .text("HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n", then: .close),
    .text("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", then: .close),
  ])
  func `what is no whole response is an error of the protocol`(reply: ScriptedReply) throws {
    let server = try ScriptedServer { _ in reply }
    defer { server.stop() }
    let failure = try #require(error(try HTTPClient().perform(get(server))))
    #expect(failure.kind == .protocol, "\(failure)")
    #expect(failure.message.hasPrefix("\(server.endpoint): "))
  }

  @Test func `a connection closed without a byte says so`() throws {
    let server = try ScriptedServer { _ in .bytes([], then: .close) }
    defer { server.stop() }
    let failure = try #require(error(try HTTPClient().perform(get(server))))
    #expect(failure.message.contains("Empty reply from server"))
  }

  @Test(arguments: [0, 1, 99_999])
  func `a body above the limit is an error`(limit: Int) throws {
    let server = try ScriptedServer { _ in
      .response(body: String(repeating: "x", count: limit + 1))
    }
    defer { server.stop() }
    let failure = try #require(error(client(limit: limit).perform(get(server))))
    #expect(failure.kind == .tooLarge)
    #expect(
      failure.message
        == "\(server.endpoint): the response's body is longer than \(limit) bytes (--max-body admits more)"
    )
    #expect(try client(limit: limit + 1).perform(get(server)).get().body.count == limit + 1)
  }

  @Test func `a header without an end is an error`() throws {
    let fields = String(repeating: "X-A: \(String(repeating: "y", count: 1_000))\r\n", count: 400)
    let server = try ScriptedServer { _ in .text("HTTP/1.1 200 OK\r\n" + fields + "\r\n") }
    defer { server.stop() }
    #expect(error(try HTTPClient().perform(get(server)))?.kind == .tooLarge)
  }

  @Test(arguments: [
    "", "nonsense", "/path", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http:///p",
    "http://127.0.0.1:99999/", "http://127.0.0.1:x/", "http://127.0.0.1/a b",
    "http://127.0.0.1/a\r\nX: 1", "http://127.0.0.1/\u{0}",
  ])
  func `what is no address of HTTP is refused`(url: String) throws {
    let failure = try #require(error(try HTTPClient().perform(HTTPExchangeRequest(url: url))))
    #expect(failure.kind == .badURL, "\(failure)")
    #expect(!failure.message.contains("\n"))
  }

  @Test(arguments: [
    "http://user:pa55@127.0.0.1:x/", "htp://user:pa55@127.0.0.1/", "http://user:pa55@127.0.0.1/ ",
  ])
  func `credentials of an address stay out of messages`(url: String) throws {
    let failure = try #require(error(try HTTPClient().perform(HTTPExchangeRequest(url: url))))
    #expect(!failure.message.contains("pa55"))
  }

  @Test(arguments: [
    HTTPHeaderLine("X-A", "1\r\nX-B: 2"), HTTPHeaderLine("X-A", "1\n"),
    HTTPHeaderLine("X-A", "\u{0}"),
    HTTPHeaderLine("X-A: 1\r\nX-B", "2"), HTTPHeaderLine("", "1"), HTTPHeaderLine("X A", "1"),
    HTTPHeaderLine("X;", "1"),
  ])
  func `a header line that would not arrive as written is refused`(line: HTTPHeaderLine) throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    let request = HTTPExchangeRequest(url: server.url, headers: [line])
    let failure = try #require(error(try HTTPClient().perform(request)))
    #expect(failure.kind == .badRequest)
    #expect(failure.message.hasPrefix("\(server.endpoint): "))
    #expect(!failure.message.contains("\n"))
    #expect(server.connectionCount == 0)
  }

  @Test(arguments: ["", "G ET", "GET /x HTTP/1.1\r\nX: 1"])
  func `a method that would not arrive as written is refused`(method: String) throws {
    let request = HTTPExchangeRequest(method: method, url: "http://127.0.0.1:1")
    #expect(error(try HTTPClient().perform(request))?.kind == .badRequest)
  }
}
