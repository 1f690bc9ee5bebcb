import ContractTesting
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct VerifierTests {
  static let contract = """
    {"consumer": {"name": "web-shop"}, "provider": {"name": "order-service"},
     "interactions": [
      {"type": "Synchronous/HTTP", "description": "an order",
       "providerStates": [{"name": "order exists", "params": {"id": 42}}],
       "request": {"method": "GET", "path": "/orders/1",
        "headers": {"Authorization": ["Bearer old"]},
        "generators": {"path": {"type": "ProviderState", "expression": "/orders/${orderID}"}}},
       "response": {"status": 200,
        "headers": {"Content-Type": ["application/json"]},
        "body": {"contentType": "application/json", "content": {"id": 42},
         "encoded": false},
        "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]}}}}},
      {"type": "Asynchronous/Messages", "description": "an order was placed",
       "contents": {"contentType": "application/json", "content": {"id": 42}, "encoded": false},
       "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]}}}},
      {"type": "Synchronous/HTTP", "description": "a list to come", "pending": true,
       "request": {"method": "GET", "path": "/orders"}, "response": {"status": 200}}],
     "metadata": {"pactSpecification": {"version": "4.0"}}}
    """

  func withContract<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    try await withFolder { folder async throws in
      try Self.contract.write(
        toFile: folder + "/web-shop-order-service.json", atomically: true, encoding: .utf8)
      return try await body(folder)
    }
  }

  /// A provider that answers each request in the same way.
  func withProvider<Result>(
    _ text: String, _ body: (String, ScriptedServer) async throws -> Result
  ) async throws -> Result {
    let server = try ScriptedServer { _ in
      .response("200 OK", ["Content-Type: application/json"], body: text)
    }
    defer { server.stop() }
    return try await body("http://127.0.0.1:\(server.port)", server)
  }

  @Test func `states give values, and the filter a token`() async throws {
    try await withContract { folder async throws in
      try await withProvider(#"{"id":7}"#) { url, server async throws in
        let log = Mutex<[String]>([])
        let verifier = Verifier(
          "order-service", at: url,
          states: [
            "order exists": .returning { state in
              log.withLock { $0.append("up \(state["id"]?.integer ?? 0)") }
              return ["orderID": .integer(7)]
            } tearDown: { _ in
              log.withLock { $0.append("down") }
            }
          ],
          messages: ["an order was placed": .sends { try .json(["id": 1]) }],
          filter: { $0.setHeader("Authorization", "Bearer new") })
        let all = try Contracts.interactions(in: folder, provider: "order-service")
        #expect(
          all.map(\.testDescription) == [
            "web-shop: an order (given order exists)", "web-shop: an order was placed",
            "web-shop: a list to come",
          ])
        try await verifier.verify(all[0])
        #expect(log.withLock { $0 } == ["up 42", "down"])
        let request = try #require(server.requests.first)
        #expect(request.methodAndTarget == "GET /orders/7")
        #expect(request.header("Authorization") == "Bearer new")
        try await verifier.verify(all[1])
      }
    }
  }

  @Test func `a provider that differs fails the test at the line of the file`() async throws {
    try await withContract { folder async throws in
      try await withProvider(#"{"id":"7"}"#) { url, _ async throws in
        let verifier = Verifier(
          "order-service", at: url, states: ["order exists": .returning { _ in ["orderID": 7] }],
          messages: ["an order was placed": .sends { try .json(["id": "1"]) }])
        let issues = Issues()
        let places = Mutex<[String]>([])
        try await withKnownIssue {
          try await verifier.verify(contractsIn: folder)
        } matching: { issue in
          places.withLock { places in
            places.append(
              issue.sourceLocation.map { "\($0.fileName):\($0.line)" } ?? "nowhere")
          }
          return issues.note(issue)
        }
        #expect(
          places.withLock { $0 } == [
            "web-shop-order-service.json:10", "web-shop-order-service.json:14",
          ])
        #expect(issues.all.first?.contains("body $.id") == true)
        #expect(issues.all.first?.contains("curl") == true)
      }
    }
  }

  @Test func `what is pending and differs is a known issue`() async throws {
    try await withContract { folder async throws in
      let server = try ScriptedServer { _ in .response("500 Broken") }
      defer { server.stop() }
      let verifier = Verifier("order-service", at: "http://127.0.0.1:\(server.port)")
      let all = try Contracts.interactions(in: folder, provider: "order-service")
      try await verifier.verify(all[2])
      #expect(try await verifier.results(of: [all[2]]).map(\.status) == [.pending])
    }
  }

  @Test func `a state that cannot be set up is an error that says why`() async throws {
    struct Full: Error, CustomStringConvertible { let description = "the store is full" }
    try await withContract { folder async throws in
      let all = try Contracts.interactions(in: folder, provider: "order-service")
      let unknown = Verifier(
        "order-service", at: "http://127.0.0.1:9", states: ["order exist": .nothing])
      #expect(
        try await unknown.results(of: [all[0]]).first?.error
          == "provider state 'order exists': 'states' has no handler of it; did you mean 'order exist'?"
      )
      let broken = Verifier(
        "order-service", at: "http://127.0.0.1:9",
        states: ["order exists": .setUp { _ in throw Full() }])
      #expect(
        try await broken.results(of: [all[0]]).first?.error
          == "provider state 'order exists': the store is full")
      #expect(
        try await unknown.results(of: [all[1]]).first?.error == "'messages' has no handler of it")
    }
  }

  @Test func `a tear-down that fails is an error of an interaction that passed`() async throws {
    struct Stuck: Error {}
    try await withContract { folder async throws in
      try await withProvider(#"{"id":7}"#) { url, _ async throws in
        let verifier = Verifier(
          "order-service", at: url,
          states: [
            "order exists": .returning { _ in
              ["orderID": 7]
            } tearDown: { _ in
              throw Stuck()
            }
          ])
        let all = try Contracts.interactions(in: folder, provider: "order-service")
        let result = try #require(try await verifier.results(of: [all[0]]).first)
        #expect(result.status == .error)
        #expect(result.error == "tear-down of provider state 'order exists': Stuck()")
      }
    }
  }

  @Test func `no contracts are no green test`() async throws {
    try await withContract { folder async throws in
      let error = #expect(throws: ContractTestingError.self) {
        try Contracts.interactions(in: folder, provider: "order-servise")
      }
      #expect(error?.description.contains("did you mean 'order-service'?") == true)
      #expect(throws: ContractTestingError.self) {
        try Contracts.interactions(in: folder + "/none", provider: "order-service")
      }
    }
  }

  @Test func `a URL that cannot be is refused`() async throws {
    try await withContract { folder async throws in
      let all = try Contracts.interactions(in: folder, provider: "order-service")
      for url in ["localhost:8080/x?y=1", nil] {
        let verifier = Verifier("order-service", at: url, states: ["order exists": .nothing])
        await #expect(throws: ContractTestingError.self) { try await verifier.verify(all[0]) }
      }
    }
  }
}
