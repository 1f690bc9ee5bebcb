import ContractModel
import HTTPExchange
import TestSupport
import Testing

/// Proxies, versions of HTTP and encodings.
@Suite(.timeLimit(.minutes(1)))
struct ConnectionTests {
  /// `{"id":42}` as gzip has it.
  static let zipped: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0xCA, 0x4C, 0x51, 0xB2,
    0x32, 0x31, 0xAA, 0x05, 0x00, 0xEA, 0x18, 0xD6, 0x66, 0x09, 0x00, 0x00, 0x00,
  ]

  static func gzip(_ body: [UInt8]) -> ScriptedReply {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
    return .bytes(Array(head.utf8) + body, then: .keepOpen)
  }

  private func get(
    _ url: String, _ settings: HTTPConnectionSettings = HTTPConnectionSettings(),
    limit: Int = 1 << 20, keepingEncoding: Bool = false
  ) throws -> HTTPExchangeResponse {
    let client = try HTTPClient(
      configuration: HTTPClientConfiguration(maximumBodySize: limit, connection: settings))
    var request = HTTPExchangeRequest(url: url)
    request.keepsContentEncoding = keepingEncoding
    return try client.perform(request).get()
  }

  // MARK: proxies

  @Test func `a proxy is asked for the whole address, exactly as it is written`() throws {
    let proxy = try ScriptedServer { _ in .response(body: "proxied") }
    defer { proxy.stop() }
    let settings = HTTPConnectionSettings(proxy: HTTPProxy(url: proxy.url))
    let response = try get("http://order-service.invalid:81/a//../b?x=%2f", settings)
    #expect(response.body == Array("proxied".utf8))
    #expect(
      proxy.requests.map(\.methodAndTarget)
        == ["GET http://order-service.invalid:81/a//../b?x=%2f"])
    #expect(proxy.requests.first?.header("host") == "order-service.invalid:81")
  }

  @Test func `this machine is reached without the proxy unless that is wanted`() throws {
    let proxy = try ScriptedServer { _ in .response(body: "proxied") }
    defer { proxy.stop() }
    let server = try ScriptedServer { _ in .response(body: "direct") }
    defer { server.stop() }
    let usual = HTTPConnectionSettings(proxy: HTTPProxy(url: proxy.url))
    #expect(try get("\(server.url)/a", usual).body == Array("direct".utf8))
    #expect(server.requests.map(\.methodAndTarget) == ["GET /a"])
    let all = HTTPConnectionSettings(proxy: HTTPProxy(url: proxy.url, exceptions: []))
    #expect(try get("\(server.url)/a", all).body == Array("proxied".utf8))
    #expect(proxy.requests.map(\.methodAndTarget) == ["GET \(server.url)/a"])
  }

  @Test func `TLS goes through a tunnel of the proxy`() throws {
    let proxy = try ScriptedServer { _ in .response("403 Forbidden") }
    defer { proxy.stop() }
    let settings = HTTPConnectionSettings(proxy: HTTPProxy(url: proxy.url))
    #expect(throws: HTTPExchangeError.self) { try get("https://order-service.invalid/", settings) }
    #expect(
      proxy.requests.map(\.methodAndTarget) == ["CONNECT order-service.invalid:443"])
  }

  @Test(arguments: [
    ("localhost", false), ("127.0.0.1", false), ("::1", false), ("example.com", false),
    ("api.example.com", false), ("API.Example.COM", false), ("notexample.com", true),
    ("10.0.0.1", true),
  ])
  func `an exception is a host, or a domain`(host: String, isUsed: Bool) {
    let proxy = HTTPProxy(url: "", exceptions: HTTPProxy.loopback + [".example.com"])
    #expect(proxy.isUsed(for: host) == isUsed)
    #expect(!HTTPProxy(url: "", exceptions: ["*"]).isUsed(for: host))
  }

  // MARK: versions

  @Test func `HTTP 2 by prior knowledge is spoken at once`() throws {
    // Settings of the server, the settings of the client acknowledged, and the status 200 (an index
    // of HPACK's table) of the first stream, which ends with it.
    let frames: [UInt8] = [
      0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0, 0, 0, 1, 1, 5, 0, 0, 0, 1, 0x88,
    ]
    let server = try ScriptedServer { request in
      request.text.hasPrefix("PRI * HTTP/2.0") ? .bytes(frames, then: .keepOpen) : .hang
    }
    defer { server.stop() }
    let response = try get(server.url, HTTPConnectionSettings(version: .http2PriorKnowledge))
    #expect(response.status == 200)
  }

  @Test func `HTTP 2 without TLS is HTTP 1, without an upgrade`() throws {
    let server = try ScriptedServer { _ in .response() }
    defer { server.stop() }
    _ = try get(server.url, HTTPConnectionSettings(version: .http2))
    #expect(
      server.requests.map(\.text) == ["GET / HTTP/1.1\r\nHost: \(server.endpoint)\r\n\r\n"])
  }

  @Test(arguments: [
    (HTTPConnectionSettings.TLSVersion.tls12, [0, 43, 0, 5, 4, 3, 4, 3, 3] as [UInt8]),
    (.tls13, [0, 43, 0, 3, 2, 3, 4]),
  ])
  func `no version of TLS below the least one is offered`(
    least: HTTPConnectionSettings.TLSVersion, versions: [UInt8]
  ) throws {
    let server = try ScriptedServer { _ in .bytes([], then: .close) }
    defer { server.stop() }
    let settings = HTTPConnectionSettings(leastTLS: least)
    #expect(throws: HTTPExchangeError.self) {
      try get("https://\(server.endpoint)/", settings)
    }
    // The extension supported_versions of the client's first message.
    let hello = try #require(server.requests.first).bytes
    #expect(!hello.ranges(of: versions).isEmpty)
  }

  // MARK: encodings

  @Test func `a compressed body is undone, and was not asked for`() throws {
    let server = try ScriptedServer { _ in Self.gzip(Self.zipped) }
    defer { server.stop() }
    let response = try get(server.url)
    #expect(response.body == Array(#"{"id":42}"#.utf8))
    #expect(response.headers.first == Field("Content-Encoding", ["gzip"]))
    #expect(server.requests.allSatisfy { $0.header("accept-encoding") == nil })
    #expect(try get(server.url, keepingEncoding: true).body == Self.zipped)
  }

  @Test func `the limit is that of the body that is undone`() throws {
    let server = try ScriptedServer { _ in Self.gzip(Self.zipped) }
    defer { server.stop() }
    #expect(throws: HTTPExchangeError.self) { try get(server.url, limit: 8) }
  }
}
