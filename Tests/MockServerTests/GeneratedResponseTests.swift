import JSONText
import MockEngine
import MockServer
import TestSupport
import Testing

/// Responses with values that are made anew for each request.
@Suite struct GeneratedResponseTests {
  private static let orders = #"""
    {"type": "Synchronous/HTTP", "description": "a new order",
     "request": {"method": "POST", "path": "/orders"},
     "response": {"status": 201,
       "headers": {"Location": ["http://localhost:1234/orders/7"], "X-Trace": ["abc"]},
       "body": {"contentType": "application/json", "content":
         {"id": 7, "key": "x", "tags": [{"n": 1}], "kept": [1.50, "é"]}},
       "matchingRules": {"body": {"$.tags": {"matchers": [{"match": "arrayContains", "variants": [
         {"index": 0, "rules": {}, "generators": {"$.n": {"type": "RandomInt", "min": 70, "max": 79}}}]}]}}},
       "generators": {
         "header": {"X-Trace": {"type": "RandomHexadecimal", "digits": 8},
           "Location": {"type": "MockServerURL", "example": "http://localhost:1234/orders/7",
             "regex": ".*(/orders/\\d+)$"}},
         "body": {"$.id": {"type": "RandomInt", "min": 1000, "max": 999999999},
           "$.key": {"type": "Uuid"}}}}}
    """#

  private func answers(
    _ count: Int, seed: UInt64, to test: (MockServer, [RawResponse]) throws -> Void
  )
    async throws
  {
    let server = try await MockServer.start(
      playing: [try MockServerTests.contract(Self.orders)], options: MockOptions(seed: seed))
    do {
      let connection = try RawConnection(port: server.port)
      var answers: [RawResponse] = []
      for _ in 0..<count {
        connection.send("POST /orders HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n")
        answers.append(try await connection.response())
      }
      try test(server, answers)
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  @Test func `each answer has values of its own, and the rest of the example`() async throws {
    try await answers(3, seed: 1) { server, answers in
      let bodies = try answers.map { try JSONDocument(parsing: $0.body).root }
      let ids = bodies.map { $0["id"]?.integer ?? 0 }
      #expect(Set(ids).count == 3)
      #expect(ids.allSatisfy { (1000...999_999_999).contains($0) })
      #expect(Set(bodies.map { $0["key"]?.string }).count == 3)
      #expect(bodies.allSatisfy { $0["kept"]?.text == #"[1.50,"é"]"# })
      for body in bodies {
        let number = body["tags"]?.elements.first?["n"]?.integer
        #expect(number.map((70...79).contains) == true)
      }
      for answer in answers {
        #expect(answer.header("Location") == "\(server.url)/orders/7")
        #expect(answer.header("X-Trace")?.wholeMatch(of: /[0-9A-F]{8}/) != nil)
      }
    }
  }

  @Test func `the same seed gives the same answers in the same order`() async throws {
    var bodies: [[[UInt8]]] = []
    for seed in [5, 5, 6] as [UInt64] {
      try await answers(2, seed: seed) { _, answers in bodies.append(answers.map(\.body)) }
    }
    #expect(bodies[0] == bodies[1])
    #expect(bodies[0] != bodies[2])
  }
}
