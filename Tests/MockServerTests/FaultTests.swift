import ContractModel
import FaultModel
import MockServer
import TestSupport
import Testing

@Suite struct FaultTests {
  static let get = "GET /orders/42 HTTP/1.1\r\n\r\n"

  static func script(_ steps: [FaultStep.Effect]) -> FaultScript {
    FaultScript(
      name: "s", target: .interaction(description: "an order"), steps: steps.map { FaultStep($0) })
  }

  @Test func `a status with its headers and body, then the contracted answer`() async throws {
    let response = FaultResponse(
      status: 503, headers: [.init("Retry-After", "1")], body: Array("busy".utf8))
    try await MockServerTests.withServer(faults: [Self.script([.status(response)])]) { server in
      let connection = try RawConnection(port: server.port)
      connection.send(Self.get + Self.get)
      let first = try await connection.response()
      #expect(first.status == 503)
      #expect(first.header("Retry-After") == "1")
      #expect(first.text == "busy")
      #expect(try await connection.response().text == #"{"id":42}"#)
    }
  }

  @Test func `a reset has no byte, and the peer is told so`() async throws {
    try await MockServerTests.withServer(faults: [Self.script([.resetPeer])]) { server in
      let connection = try RawConnection(port: server.port)
      connection.send(Self.get)
      let (bytes, end) = await connection.rest()
      #expect(bytes == [])
      #expect(end == .reset)
    }
  }

  @Test func `an empty reply is an end without a byte`() async throws {
    try await MockServerTests.withServer(faults: [Self.script([.emptyReply])]) { server in
      let connection = try RawConnection(port: server.port)
      connection.send(Self.get)
      let (bytes, end) = await connection.rest()
      #expect(bytes == [])
      #expect(end == .closed)
    }
  }

  @Test func `a cut body has its whole head and this many bytes`() async throws {
    try await MockServerTests.withServer(faults: [Self.script([.cutBody(bytes: 4)])]) { server in
      let connection = try RawConnection(port: server.port)
      connection.send(Self.get)
      let (bytes, end) = await connection.rest()
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("Content-Length: 9\r\n"))
      #expect(text.hasSuffix("\r\n\r\n{\"id"))
      #expect(end == .closed)
    }
  }

  @Test func `a cut beyond the end sends the whole body`() async throws {
    try await MockServerTests.withServer(faults: [Self.script([.cutBody(bytes: .max)])]) { server in
      let connection = try RawConnection(port: server.port)
      connection.send(Self.get)
      #expect(try await connection.response().text == #"{"id":42}"#)
    }
  }

  @Test func `a server stops while an answer is late`() async throws {
    let script = Self.script([.latency(.seconds(3_600), jitter: .zero)])
    let server = try await MockServer.start(
      playing: [try MockServerTests.contract(MockServerTests.orders)], faults: [script])
    let connection = try RawConnection(port: server.port)
    connection.send(Self.get)
    await server.stop()
    #expect(await connection.rest().bytes == [])
  }
}
