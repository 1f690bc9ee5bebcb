import TestSupport
import Testing

/// Toxiproxy's API, call by call, with the answers that its clients know.
@Suite(.timeLimit(.minutes(3)))
struct ProxyAPITests {
  /// A call and what its answer has to be.
  struct Call {
    var head: String
    var body: String
    var status: Int
    var answer: String

    init(_ head: String, _ body: String, _ status: Int, _ answer: String) {
      self.head = head
      self.body = body
      self.status = status
      self.answer = answer
    }

    init(_ head: String, _ status: Int, _ answer: String) { self.init(head, "", status, answer) }

    /// An answer that is an error.
    static func refused(_ head: String, _ body: String, _ status: Int, _ title: String) -> Call {
      let text = title.replacing("\"", with: "\\\"")
      return Call(head, body, status, #"{"error":"\#(text)","status":\#(status)}"#)
    }

    static func refused(_ head: String, _ status: Int, _ title: String) -> Call {
      refused(head, "", status, title)
    }
  }

  static func with(
    _ arguments: [String] = [], _ files: [String: String] = [:],
    _ test: (Int) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with(files) { folder in
      try await ProxyCommandTests.with(["--api", "127.0.0.1:0"] + arguments, in: folder) { tool in
        try await test(try await RunningMock.port("api", of: tool))
      }
    }
  }

  static func check(_ calls: [Call], on port: Int) async throws {
    for call in calls {
      let answer = try await ProxyCommandTests.call(
        port,
        call.head.replacing("\n", with: " HTTP/1.1\r\n")
          + (call.head.contains("\n") ? "" : " HTTP/1.1"), call.body)
      #expect(answer.status == call.status, "\(call.head)")
      #expect(answer.text.contains(call.answer), "\(call.head): \(answer.text)")
    }
  }

  static let proxy = #"{"name": "p", "listen": "127.0.0.1:0", "upstream": "127.0.0.1:1"}"#
  static let toxic = #"{"type": "latency", "attributes": {"latency": 5}}"#

  @Test func `every endpoint`() async throws {
    let path = "/proxies/p/toxics/latency_downstream"
    try await Self.with { port in
      try await Self.check(
        [
          Call("GET /proxies", 200, "{}"),
          Call("GET /version", 200, #"{"version":"#),
          Call(
            "POST /proxies", Self.proxy, 201,
            #","upstream":"127.0.0.1:1","enabled":true,"toxics":[]}"#),
          Call("GET /proxies", 200, #"{"p":{"name":"p","listen":"127.0.0.1:"#),
          Call("GET /proxies/p", 200, #"{"name":"p","listen":"127.0.0.1:"#),
          Call(
            "POST /proxies/p/toxics", Self.toxic, 200,
            #"{"attributes":{"latency":5,"jitter":0},"name":"latency_downstream","type":"latency","stream":"downstream","toxicity":1}"#
          ),
          Call("PATCH \(path)", #"{"toxicity": 0.5}"#, 200, #""toxicity":0.5"#),
          Call(
            "POST \(path)", #"{"attributes": {"jitter": 2}}"#, 200, #"{"latency":5,"jitter":2}"#),
          Call("GET \(path)", 200, #""name":"latency_downstream""#),
          Call("GET /proxies/p/toxics", 200, #"[{"attributes":"#),
          Call("DELETE \(path)", 204, ""),
          Call("GET /proxies/p/toxics", 200, "[]"),
          Call("PATCH /proxies/p", #"{"enabled": false}"#, 200, #""enabled":false"#),
          Call(
            "POST /proxies/p", #"{"upstream": "127.0.0.1:2"}"#, 200,
            #""upstream":"127.0.0.1:2","enabled":false"#),
          Call("POST /reset", 204, ""),
          Call("GET /proxies/p", 200, #""enabled":true"#),
          Call("POST /populate", "[\(Self.proxy)]", 201, #"{"proxies":[{"name":"p""#),
          Call("DELETE /proxies/p", 204, ""),
          Call("GET /proxies", 200, "{}"),
        ], on: port)
    }
  }

  @Test func `every refusal`() async throws {
    let toxics = "POST /proxies/p/toxics"
    let path = "/proxies/p/toxics/latency_downstream"
    try await Self.with { port in
      try await Self.check(
        [
          .refused("GET /proxies/p", 404, "proxy not found"),
          .refused("DELETE /proxies/p", 404, "proxy not found"),
          .refused("POST /proxies", "{}", 400, "missing required field: name"),
          .refused("POST /proxies", #"{"name": "p"}"#, 400, "missing required field: upstream"),
          Call("POST /proxies", "", 400, #"{"error":"bad request body: "#),
          Call("POST /proxies", "[", 400, #"{"error":"bad request body: "#),
          .refused("POST /proxies", "[]", 400, "bad request body: a proxy is an object"),
          .refused(
            "POST /proxies", #"{"name": "p", "upstream": "x"}"#, 400,
            "bad request body: upstream 'x': expected HOST:PORT"),
          Call("POST /proxies", Self.proxy, 201, ""),
          .refused("POST /proxies", Self.proxy, 409, "proxy already exists"),
          .refused("GET \(path)", 404, "toxic not found"),
          .refused("PATCH \(path)", "{}", 404, "toxic not found"),
          .refused("DELETE \(path)", 404, "toxic not found"),
          .refused(toxics, #"{"type": "fire"}"#, 400, "invalid toxic type"),
          .refused(toxics, "{}", 400, "invalid toxic type"),
          .refused(
            toxics, #"{"type": "latency", "stream": "x"}"#, 400,
            "stream was invalid, can be either upstream or downstream"),
          Call(toxics, Self.toxic, 200, ""),
          .refused(toxics, Self.toxic, 409, "toxic already exists"),
          .refused(
            "PATCH \(path)", #"{"toxicity": 2}"#, 400,
            "bad request body: toxicity 2.0: expected 0 to 1"),
          .refused(
            "PATCH \(path)", #"{"attributes": {"latency": "a"}}"#, 400,
            "bad request body: latency: expected a number"),
          .refused(
            toxics, #"{"type": "bandwidth"}"#, 400, "bad request body: rate 0: expected at least 1"),
          .refused(
            "PATCH /proxies/p", #"{"enabled": 1}"#, 400,
            "bad request body: enabled: expected true or false"),
          .refused("GET /nothing", 404, "404 page not found"),
          .refused("GET /reset", 405, "405 method not allowed, expected POST"),
          .refused(
            "PUT /proxies/p", 405, "405 method not allowed, expected GET, POST, PATCH, DELETE"),
          Call("GET /proxies\nUser-Agent: Mozilla/5.0", 403, "User agent not allowed"),
        ], on: port)
    }
  }

  @Test func `populating is all or nothing`() async throws {
    let names = #"{"name": "a", "upstream": "127.0.0.1:1"}"#
    try await Self.with { port in
      let taken = #"{"name": "b", "upstream": "127.0.0.1:1", "listen": "127.0.0.1:\#(port)"}"#
      try await Self.check(
        [
          Call(
            "POST /populate", "{}", 400,
            #"{"error":"bad request body: expected an array","status":400,"proxies":null}"#),
          Call(
            "POST /populate", "[\(names), {}]", 400,
            #"{"error":"missing required field: name at proxy 2","status":400,"#),
          Call("POST /populate", "[\(names), \(names)]", 400, #"duplicate proxy name \"a\""#),
          Call("POST /populate", "[\(names), \(taken)]", 500, "the port is in use"),
          Call("GET /proxies", 200, "{}"),
          Call("POST /populate", "[\(names)]", 201, #""name":"a""#),
        ], on: port)
    }
  }

  @Test func `names may hold any character`() async throws {
    try await Self.with { port in
      try await Self.check(
        [
          Call("POST /proxies", #"{"name": "a b/ü", "upstream": "127.0.0.1:1"}"#, 201, "a b/ü"),
          Call("POST /proxies/a%20b%2F%C3%BC/toxics", #"{"type": "noop", "name": "x/y"}"#, 200, ""),
          Call("GET /proxies/a%20b%2f%c3%bc/toxics/x%2Fy", 200, #""name":"x/y""#),
          Call("DELETE /proxies/a%20b%2F%C3%BC", 204, ""),
        ], on: port)
    }
  }

  @Test func `with a token, without it nothing is answered`() async throws {
    try await Self.with(["--api-token-file", "token"], ["token": "s3cret\n"]) { port in
      try await Self.check(
        [
          Call("GET /proxies", 401, "the token is missing or wrong"),
          Call("GET /proxies\nAuthorization: Bearer s3cre", 401, "token"),
          Call("POST /reset\nAuthorization: Basic s3cret", 401, "token"),
          Call("GET /proxies\nAuthorization: Bearer s3cret", 200, "{}"),
        ], on: port)
    }
  }

  @Test func `metrics are Toxiproxy's, and connections`() async throws {
    let server = try ScriptedServer { _ in .response(body: "hello", then: .close) }
    defer { server.stop() }
    try await Self.with { port in
      let made = try await ProxyCommandTests.call(
        port, "POST /proxies HTTP/1.1", #"{"name": "a\"b", "upstream": "\#(server.endpoint)"}"#)
      let start = #""listen":"127.0.0.1:"#
      let text = try #require(made.text.split(separator: start).last)
      let listen = try #require(Int(text.prefix { $0 != "\"" }))
      _ = try await RunningMock.get("/", on: try RawConnection(port: listen))
      let labels = #"listener="127.0.0.1:\#(listen)",proxy="a\"b",upstream="\#(server.endpoint)""#
        .replacing(#"a"b"#, with: #"a\"b"#)
      let metrics = try await ProxyCommandTests.call(port, "GET /metrics HTTP/1.1")
      for line in [
        "# TYPE toxiproxy_proxy_received_bytes_total counter",
        "toxiproxy_proxy_received_bytes_total{direction=\"downstream\",\(labels)} 43",
        "toxiproxy_proxy_sent_bytes_total{direction=\"downstream\",\(labels)} 43",
        "toxiproxy_proxy_sent_bytes_total{direction=\"upstream\",\(labels)} 35",
        "counterpart_proxy_connections_total{\(labels)} 1",
      ] {
        #expect(metrics.text.contains(line + "\n"), "\(line)\n\(metrics.text)")
      }
      #expect(metrics.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
    }
  }
}
