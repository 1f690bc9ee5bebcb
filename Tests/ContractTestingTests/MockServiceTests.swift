import ContractTesting
import Foundation
import Synchronization
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Notes what issues say, so that a test can ask for them.
final class Issues: Sendable {
  private let texts = Mutex<[String]>([])
  var all: [String] { texts.withLock { $0 } }
  func note(_ issue: Issue) -> Bool {
    texts.withLock { $0.append("\(issue)") }
    return true
  }
}

@Suite struct MockServiceTests {
  @Test func `a mock answers as contracted, and the contract is written`() async throws {
    try await withFolder { folder async throws in
      let (status, body) = try await withMockService(
        "order-service", for: "web-shop", expecting: .order42, contracts: folder
      ) { mock in try await Client(url: mock.url).get("/orders/42") }
      #expect(status == 200)
      #expect(body == #"{"id":42,"status":"pending"}"#)
      let written = try String(
        contentsOfFile: folder + "/web-shop-order-service.json", encoding: .utf8)
      #expect(written.contains("a request for order 42"))
      #expect(written.contains("ContractTestingTests.MockServiceTests/"))
    }
  }

  @Test func `an interaction that nobody asks for fails the test, and is not written`() async throws
  {
    let issues = Issues()
    try await withFolder { folder async throws in
      try await withKnownIssue {
        try await withMockService(
          "order-service", for: "web-shop", expecting: .order42, contracts: folder
        ) { _ in }
      } matching: {
        issues.note($0)
      }
      #expect(issues.all.count == 1)
      #expect(issues.all.first?.contains("no request for 'a request for order 42'") == true)
      #expect(issues.all.first?.contains("expected GET /orders/42") == true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `an unexpected request fails the test with what differs`() async throws {
    let issues = Issues()
    try await withFolder { folder async throws in
      try await withKnownIssue {
        try await withMockService(
          "order-service", for: "web-shop", expecting: .order42, contracts: folder
        ) { mock async throws in
          _ = try await Client(url: mock.url).get("/orders/42")
          _ = try await Client(url: mock.url).get("/orders/43")
        }
      } matching: {
        issues.note($0)
      }
      #expect(issues.all.count == 1)
      #expect(issues.all.first?.contains("unexpected request GET /orders/43") == true)
      #expect(issues.all.first?.contains("'a request for order 42'") == true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `what fails in the closure keeps the contract from being written`() async throws {
    struct Failure: Error {}
    try await withFolder { folder async throws in
      await withKnownIssue {
        try await withMockService(
          "order-service", for: "web-shop", expecting: .order42, contracts: folder
        ) { mock async throws in
          _ = try await Client(url: mock.url).get("/orders/42")
          #expect(Bool(false))
        }
      }
      await #expect(throws: Failure.self) {
        try await withMockService(
          "order-service", for: "web-shop", expecting: .order42, contracts: folder
        ) { mock async throws in
          _ = try await Client(url: mock.url).get("/orders/42")
          throw Failure()
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `what is in the file by another hand is not overwritten`() async throws {
    try await withFolder { folder async throws in
      let file = folder + "/web-shop-order-service.json"
      let text = """
        {"consumer": {"name": "web-shop"}, "provider": {"name": "order-service"},
         "interactions": [{"type": "Synchronous/HTTP", "description": "a request for order 42",
          "providerStates": [{"name": "order 42 exists"}],
          "request": {"method": "GET", "path": "/other"}, "response": {"status": 200}}],
         "metadata": {"pactSpecification": {"version": "4.0"}}}
        """
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let error = await #expect(throws: (any Error).self) {
        try await withMockService(
          "order-service", for: "web-shop", expecting: .order42, contracts: folder
        ) { mock async throws in _ = try await Client(url: mock.url).get("/orders/42") }
      }
      #expect("\(error.map { "\($0)" } ?? "")".contains("conflicts with 'a request for order 42'"))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }
  }

  @Test func `a failure is told at the line of the call`() async throws {
    let lines = Mutex<[Int?]>([])
    let line = #line + 2
    try await withKnownIssue {
      try await withMockService("order-service", for: "web-shop", expecting: .order42) { _ in }
    } matching: { issue in
      lines.withLock { $0.append(issue.sourceLocation?.line) }
      return true
    }
    #expect(lines.withLock { $0 } == [line])
  }

  @Test func `a contract with problems plays nothing`() async throws {
    let broken = Interaction(
      "broken", request: .get("orders"), response: .status(.ok))
    await #expect(throws: ContractProblems.self) {
      try await withMockService("order-service", for: "web-shop", expecting: broken) { _ in
        Issue.record("played")
      }
    }
    let error = await #expect(throws: ContractTestingError.self) {
      try await withMockService("order-service", for: "web-shop", expecting: .orderPlaced) { _ in
        Issue.record("played")
      }
    }
    #expect(error?.description.contains("withMessage") == true)
  }

  @Test func `URLSession finds it by the base URL`() async throws {
    try await withMockServer(.get("/health", returning: .json(.ok, ["ok": true]))) { mock in
      let (data, _) = try await URLSession.shared.data(
        from: mock.url.appendingPathComponent("health"))
      #expect(String(decoding: data, as: UTF8.self) == #"{"ok":true}"#)
    }
  }

  @Test func `the current mock is that of the closure around`() async throws {
    #expect(throws: ContractTestingError.self) { try MockService.current }
    try await withMockServer(.get("/health", returning: .json(.ok, ["ok": true]))) {
      outer async throws in
      #expect(try MockService.current === outer)
      try await withMockServer(.get("/health", returning: .status(.noContent))) {
        inner async throws in
        #expect(try MockService.current === inner)
        #expect(try await Client(url: inner.url).get("/health").0 == 204)
      }
      #expect(try await Client(url: outer.url).get("/health").1 == #"{"ok":true}"#)
    }
  }
}
