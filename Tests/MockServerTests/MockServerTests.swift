import ContractFiles
import ContractModel
import FaultModel
import MockEngine
import MockServer
import TestSupport
import Testing

@Suite struct MockServerTests {
  static func contract(_ interactions: String) throws -> Contract {
    let text = """
      {"consumer": {"name": "web-shop"}, "provider": {"name": "order-service"},
      "interactions": [\(interactions)], "metadata": {"pactSpecification": {"version": "4.0"}}}
      """
    let file = ContractFile(reading: Array(text.utf8), file: "contract.json")
    guard case .contract(let contract)? = file.content else {
      throw file.diagnostics.first ?? Diagnostic(.error, "no contract")
    }
    return contract
  }

  static let orders = """
    {"type": "Synchronous/HTTP", "description": "an order",
     "request": {"method": "GET", "path": "/orders/42"},
     "response": {"status": 200, "headers": {"Content-Type": ["application/json"], "X-A": ["1", "2"]},
       "body": {"contentType": "application/json", "content": {"id": 42}}}},
    {"type": "Synchronous/HTTP", "description": "a head",
     "request": {"method": "HEAD", "path": "/orders/42"},
     "response": {"status": 200, "body": {"contentType": "text/plain", "content": "hello"}}},
    {"type": "Synchronous/HTTP", "description": "create",
     "request": {"method": "POST", "path": "/orders", "headers": {"Content-Type": ["text/plain"]},
       "body": {"contentType": "text/plain", "content": "hello world"}},
     "response": {"status": 201}},
    {"type": "Synchronous/HTTP", "description": "delete",
     "request": {"method": "DELETE", "path": "/orders/42"}, "response": {"status": 204}}
    """

  /// Runs a test with a server, which is stopped whatever happens.
  static func withServer<Value>(
    faults: [FaultScript] = [], options: MockOptions = MockOptions(), bodyLimit: Int = 1_000_000,
    _ test: (MockServer) async throws -> Value
  ) async throws -> Value {
    let server = try await MockServer.start(
      playing: [try contract(orders)], faults: faults, options: options, bodyLimit: bodyLimit)
    do {
      let value = try await test(server)
      await server.stop()
      return value
    } catch {
      await server.stop()
      throw error
    }
  }

  @Test func `answers several requests on one connection, also when they come together`()
    async throws
  {
    try await Self.withServer { server in
      let connection = try RawConnection(port: server.port)
      let get = "GET /orders/42 HTTP/1.1\r\nHost: h\r\n\r\n"
      connection.send(get)
      let first = try await connection.response()
      #expect(first.status == 200)
      #expect(first.text == #"{"id":42}"#)
      #expect(first.lines.filter { $0.hasPrefix("X-A") } == ["X-A: 1", "X-A: 2"])
      connection.send(get + "DELETE /orders/42 HTTP/1.1\r\n\r\n" + get)
      #expect(try await connection.response().status == 200)
      let second = try await connection.response()
      #expect(second.status == 204)
      #expect(second.header("Content-Length") == nil)
      #expect(try await connection.response().status == 200)
      #expect(await server.verdict().played == 4)
    }
  }

  @Test func `the answer to HEAD has no body but its length`() async throws {
    try await Self.withServer { server in
      let connection = try RawConnection(port: server.port)
      connection.send("HEAD /orders/42 HTTP/1.1\r\n\r\nGET /orders/42 HTTP/1.1\r\n\r\n")
      let head = try await connection.response(hasBody: false)
      #expect(head.header("Content-Length") == "5")
      #expect(try await connection.response().text == #"{"id":42}"#)
    }
  }

  @Test(arguments: [
    "Content-Length: 11\r\n\r\nhello world",
    "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n",
  ])
  func `reads bodies however they are framed and cut`(rest: String) async throws {
    try await Self.withServer { server in
      let request = Array("POST /orders HTTP/1.1\r\nContent-Type: text/plain\r\n\(rest)".utf8)
      let connection = try RawConnection(port: server.port)
      for cut in stride(from: 1, to: request.count, by: 7) {
        connection.send(Array(request[..<cut]))
        connection.send(Array(request[cut...]))
        #expect(try await connection.response().status == 201)
      }
    }
  }

  @Test func `lets a client send its body that waits to be told`() async throws {
    try await Self.withServer { server in
      let connection = try RawConnection(port: server.port)
      connection.send(
        "POST /orders HTTP/1.1\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n"
      )
      #expect(try await connection.response().status == 100)
      connection.send("hello world")
      #expect(try await connection.response().status == 201)
    }
  }

  @Test func `closes when the client asks for it, and speaks HTTP 1.0`() async throws {
    try await Self.withServer { server in
      for request in [
        "GET /orders/42 HTTP/1.1\r\nConnection: close\r\n\r\n", "GET /orders/42 HTTP/1.0\r\n\r\n",
      ] {
        let connection = try RawConnection(port: server.port)
        connection.send(request)
        let response = try await connection.response()
        #expect(response.header("Connection") == "close")
        #expect(response.text == #"{"id":42}"#)
        #expect(await connection.rest().end == .closed)
      }
    }
  }

  @Test func `answers a client that has ended its side`() async throws {
    try await Self.withServer { server in
      let connection = try RawConnection(port: server.port)
      connection.send("GET /orders/42 HTTP/1.1\r\n\r\n")
      connection.endSending()
      #expect(try await connection.response().status == 200)
      #expect(await connection.rest().end == .closed)
    }
  }

  @Test(arguments: [
    ("nonsense\r\n\r\n", 400),
    ("POST /orders HTTP/1.1\r\nContent-Length: 1000001\r\n\r\n", 413),
    ("POST /orders HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nF4241\r\n", 413),
    ("POST /orders HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
    ("GET / HTTP/3.0\r\n\r\n", 505),
  ])
  func `tells what it cannot read, and ends the connection`(request: String, status: Int)
    async throws
  {
    try await Self.withServer { server in
      let connection = try RawConnection(port: server.port)
      connection.send(request)
      let response = try await connection.response()
      #expect(response.status == status)
      #expect(response.text.hasPrefix(#"{"error":"#))
      #expect(await connection.rest().end == .closed)
    }
  }

  @Test func `a body of 50 MB is compared`() async throws {
    try await Self.withServer(bodyLimit: MockServer.defaultBodyLimit) { server in
      let connection = try RawConnection(port: server.port)
      let size = 50 * 1_024 * 1_024
      connection.send(
        "POST /orders HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: \(size)\r\n\r\n")
      connection.send([UInt8](repeating: UInt8(ascii: "x"), count: size))
      let response = try await connection.response()
      #expect(response.status == 500)
      // What is told of the body is bounded.
      #expect(response.body.count < 1_000_000)
    }
  }

  @Test func `a client that does not read its answers yet loses none`() async throws {
    try await Self.withServer { server in
      let connection = try RawConnection(port: server.port)
      let get = "GET /orders/42 HTTP/1.1\r\n\r\n"
      let last = "DELETE /orders/42 HTTP/1.1\r\nConnection: close\r\n\r\n"
      let count = 50_000
      await connection.sendAside(String(repeating: get, count: count - 1) + last)
      let (bytes, end) = await connection.rest()
      let answer = try RawConnection(port: server.port)
      answer.send(get)
      let size = try await answer.response().length
      #expect(end == .closed)
      #expect(
        bytes.count == (count - 1) * size
          + "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".utf8.count)
      #expect(await server.verdict().played == count + 1)
    }
  }

  @Test func `an unmatched request is answered with what differs, and is known at once`()
    async throws
  {
    try await Self.withServer(options: MockOptions(unmatchedStatus: 404)) { server in
      let connection = try RawConnection(port: server.port)
      for count in 1...50 {
        connection.send("GET /orders/43?a=b HTTP/1.1\r\n\r\n")
        let response = try await connection.response()
        #expect(response.status == 404)
        #expect(response.text.contains("no interaction matched GET /orders/43?a=b"))
        #expect(response.text.contains("Expected path '/orders/42' but was '/orders/43'"))
        #expect(await server.verdict().unexpected.count == count)
      }
    }
  }

  @Test func `allows other origins when it is told to`() async throws {
    try await Self.withServer(options: MockOptions(allowsCrossOrigin: true)) { server in
      let connection = try RawConnection(port: server.port)
      connection.send("OPTIONS /orders/42 HTTP/1.1\r\nOrigin: http://a\r\n\r\n")
      let preflight = try await connection.response()
      #expect(preflight.status == 204)
      #expect(preflight.header("Access-Control-Allow-Origin") == "*")
      connection.send("GET /orders/42 HTTP/1.1\r\n\r\n")
      #expect(try await connection.response().header("Access-Control-Allow-Origin") == "*")
    }
  }

  @Test(arguments: ["Connection: close\r\n", ""])
  func `a large answer arrives whole, however the connection ends`(field: String) async throws {
    let size = 8_000_000
    let text = String(repeating: "x", count: size)
    let contract = try Self.contract(
      """
      {"type": "Synchronous/HTTP", "description": "large", "request": {"method": "GET", "path": "/l"},
       "response": {"status": 200, "body": {"contentType": "text/plain", "content": "\(text)"}}}
      """)
    let server = try await MockServer.start(playing: [contract])
    let connection = try RawConnection(port: server.port)
    connection.send("GET /l HTTP/1.1\r\n\(field)\r\n")
    if field.isEmpty { connection.endSending() }
    let (bytes, end) = await connection.rest()
    #expect(bytes.count > size)
    #expect(end == .closed)
    await server.stop()
  }

  @Test func `stops with connections open`() async throws {
    let server = try await MockServer.start(playing: [try Self.contract(Self.orders)])
    let idle = try RawConnection(port: server.port)
    idle.send("GET /orders/42 HTTP/1.1\r\n\r\n")
    _ = try await idle.response()
    let halfway = try RawConnection(port: server.port)
    halfway.send("GET /orders/42 HTTP/1.1\r\nHost:")
    await server.stop()
    #expect(await idle.rest().end != .silent)
    #expect(await halfway.rest().end != .silent)
    #expect(throws: RawConnectionError.self) { try RawConnection(port: server.port) }
  }

  @Test func `says that a port is in use`() async throws {
    try await Self.withServer { server in
      let error = await #expect(throws: MockServerError.self) {
        try await MockServer.start(playing: [], port: server.port)
      }
      #expect(error?.description.contains("127.0.0.1:\(server.port): the port is in use") == true)
    }
  }
}
