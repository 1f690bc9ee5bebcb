import ContractStore
import Foundation
import JSONText
import MockServer
import TestSupport
import Testing

@Suite struct ControlServerTests {
  static let pact = """
    {"consumer": {"name": "web-shop"}, "provider": {"name": "order-service"}, "x-kept": [1.50],
    "interactions": [{"type": "Synchronous/HTTP", "description": "an order",
      "request": {"method": "GET", "path": "/orders/42", "query": {"v": ["1"]}},
      "response": {"status": 200}}],
    "metadata": {"pactSpecification": {"version": "4.0"}}}
    """

  /// The control API of a server, and the folder that it writes to.
  struct Control {
    let port: Int
    let folder: String

    func call(_ method: String, _ target: String, _ body: String = "") async throws -> RawResponse {
      try await ControlServerTests.call(port, method, target, body)
    }
  }

  static func call(
    _ port: Int, _ method: String, _ target: String, _ body: String = ""
  ) async throws -> RawResponse {
    let connection = try RawConnection(port: port)
    connection.send(
      "\(method) \(target) HTTP/1.1\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    return try await connection.response()
  }

  static func withControl(_ test: (Control) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let server = try await ControlServer.start(output: folder)
    do {
      try await test(Control(port: server.port, folder: folder))
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  @Test func `starts, plays, verifies, writes and stops a mock`() async throws {
    try await Self.withControl { control in
      let created = try await control.call("POST", "/?specification=V4", Self.pact)
      #expect(created.status == 200)
      let mock = try #require(try JSONValue(parsing: created.text)["mockServer"])
      let (id, port) = (try #require(mock["id"]?.string), try #require(mock["port"]?.integer))
      #expect(
        try await control.call("GET", "/mockserver/\(id)").text.contains(#""status":"error""#))
      let missing = try await control.call("POST", "/mockserver/\(id)/verify")
      #expect(missing.status == 422)
      #expect(
        missing.text.contains(#""type":"missing-request","method":"GET","path":"/orders/42""#))
      #expect(try await Self.call(port, "GET", "/orders/42?v=1").status == 200)
      #expect(try await control.call("GET", "/mockserver/\(port)").text.contains(#""status":"ok""#))
      #expect(try await control.call("POST", "/mockserver/\(port)/verify").status == 204)
      let bytes = try FileSystem.read("\(control.folder)/web-shop-order-service.json")
      let written = try JSONDocument(parsing: bytes).root
      #expect(written == (try JSONValue(parsing: Self.pact)))
      #expect(written["x-kept"]?.elements.first?.text == "1.50")
      #expect(try await control.call("DELETE", "/mockserver/\(id)").status == 204)
      #expect(try await control.call("GET", "/").text == #"{"mockServers":[]}"#)
      #expect(throws: RawConnectionError.self) { try RawConnection(port: port) }
    }
  }

  @Test func `tells mismatches in Pact's words`() async throws {
    try await Self.withControl { control in
      let created = try await control.call("POST", "/", Self.pact)
      let mock = try #require(try JSONValue(parsing: created.text)["mockServer"])
      let port = try #require(mock["port"]?.integer)
      #expect(try await Self.call(port, "GET", "/orders/42?v=2").status == 500)
      #expect(try await Self.call(port, "GET", "/other").status == 500)
      let verified = try await control.call("POST", "/mockserver/\(port)/verify")
      #expect(verified.status == 422)
      let mismatches = try JSONValue(parsing: verified.text)["mismatches"]
      #expect(
        mismatches?.elements.map { $0["type"]?.string ?? "" } == [
          "request-mismatch", "request-not-found", "missing-request",
        ])
      let item = mismatches?.elements.first?["mismatches"]?.elements.first
      #expect(
        item?.description
          == #"{"type":"QueryMismatch","parameter":"v","expected":"1","actual":"2","mismatch":"Expected query parameter 'v' with value '1' but was '2'"}"#
      )
      #expect(FileSystem.kind(of: control.folder) == .missing)
    }
  }

  @Test func `a verification right after an answer knows of the request`() async throws {
    try await Self.withControl { control in
      for _ in 0..<50 {
        let created = try await control.call("POST", "/", Self.pact)
        let mock = try #require(try JSONValue(parsing: created.text)["mockServer"])
        let port = try #require(mock["port"]?.integer)
        #expect(try await Self.call(port, "GET", "/orders/42?v=1").status == 200)
        #expect(try await control.call("POST", "/mockserver/\(port)/verify").status == 204)
        #expect(try await control.call("DELETE", "/mockserver/\(port)").status == 204)
      }
    }
  }

  @Test(arguments: [
    ("POST", "/", "{", 400, "request body:1:2: error: not JSON"),
    ("POST", "/", "[]", 400, "expected an object, found an array"),
    ("POST", "/?tls=true", "{}", 400, "tls=true cannot be done"),
    ("POST", "/?specification=V9", "{}", 400, "the specification 'V9' is not known"),
    ("GET", "/mockserver/12345678", "", 404, "there is no mock server with id or port '12345678'"),
    ("POST", "/mockserver/00000001/verify", "", 404, "there is no mock server"),
    ("DELETE", "/mockserver/99999", "", 404, "there is no mock server"),
    ("PUT", "/", "", 404, "PUT / is not known"),
  ])
  func `says what is wrong with a call`(
    method: String, target: String, body: String, status: Int, message: String
  ) async throws {
    try await Self.withControl { control in
      let response = try await control.call(method, target, body)
      #expect(response.status == status)
      #expect(response.text.contains(message), "\(response.text)")
    }
  }
}
