import ContractTesting
import Foundation
import Testing

@Suite struct StubTests {
  @Test func `requests are counted by what they look like`() async throws {
    try await withMockServer(
      .get("/health", returning: .json(.ok, ["ok": true])),
      .post("/orders", returning: .status(.created))
    ) { mock async throws in
      let client = Client(url: mock.url)
      _ = try await client.get("/health")
      _ = try await client.get("/health", headers: ["X-Trace": "7"])
      #expect(try await client.send("POST", "/orders", body: #"{"sku":"A-1"}"#).0 == 201)
      #expect(await mock.requests(to: .get("/health")).count == 2)
      #expect(await mock.requests(to: .get("/health", headers: ["X-Trace": "7"])).count == 1)
      #expect(
        await mock.requests(to: .post("/orders", body: .json(["sku": .string("B-2")]))).map(\.text)
          == [#"{"sku":"A-1"}"#])
      #expect(await mock.requests(to: .get("/orders")).isEmpty)
      #expect(
        await mock.requests().map(\.description) == ["GET /health", "GET /health", "POST /orders"])
    }
  }

  @Test func `a stub need not be asked, and what none accepts is answered with 404`() async throws {
    try await withMockServer(.get("/health", returning: .status(.ok))) { mock async throws in
      #expect(try await Client(url: mock.url).get("/other").0 == 404)
    }
  }

  @Test func `requests are awaited`() async throws {
    try await withMockServer(.get("/health", returning: .status(.ok))) { mock async throws in
      async let answers = [
        Client(url: mock.url).get("/health"), Client(url: mock.url).get("/health"),
      ]
      let requests = await mock.received(2, of: .get("/health"), within: .seconds(30))
      #expect(requests.count == 2)
      _ = try await answers
    }
  }

  @Test func `requests that do not come in time fail the test, with those that did`() async throws {
    let issues = Issues()
    try await withKnownIssue {
      try await withMockServer(.get("/health", returning: .status(.ok))) { mock async throws in
        _ = try await Client(url: mock.url).get("/health")
        await mock.received(2, of: .get("/health"), within: .milliseconds(1))
      }
    } matching: {
      issues.note($0)
    }
    #expect(issues.all.count == 1)
    #expect(issues.all.first?.contains("expected 2 requests GET /health within") == true)
    #expect(issues.all.first?.contains("got 1; these came:\n  1. GET /health") == true)
  }

  @Test func `an order is checked`() async throws {
    let issues = Issues()
    try await withKnownIssue {
      try await withMockServer(
        .get("/a", returning: .status(.ok)), .get("/b", returning: .status(.ok))
      ) { mock async throws in
        for path in ["/a", "/b", "/a"] { _ = try await Client(url: mock.url).get(path) }
        await mock.received(inOrder: .get("/a"), .get("/b"))
        await mock.received(inOrder: .get("/b"), .get("/a"))
        await mock.received(inOrder: .get("/b"), .get("/b"))
      }
    } matching: {
      issues.note($0)
    }
    #expect(issues.all.count == 1)
    #expect(issues.all.first?.contains("expected GET /b after GET /b, which did not come") == true)
  }

  @Test func `nothing else happened, or it is told`() async throws {
    let issues = Issues()
    try await withKnownIssue {
      try await withMockServer(.get("/a", returning: .status(.ok))) { mock async throws in
        _ = try await Client(url: mock.url).get("/a")
        _ = await mock.requests(to: .get("/a"))
        await mock.receivedNothingElse()
        _ = try await Client(url: mock.url).get("/b")
        await mock.receivedNothingElse()
      }
    } matching: {
      issues.note($0)
    }
    #expect(issues.all.count == 1)
    #expect(
      issues.all.first?.contains("expected no other requests; these came:\n  2. GET /b") == true)
  }

  @Test func `a pattern that cannot be is told`() async throws {
    let issues = Issues()
    try await withKnownIssue {
      try await withMockServer { mock in _ = await mock.requests(to: .get("health")) }
    } matching: {
      issues.note($0)
    }
    #expect(issues.all.first?.contains("does not start with '/'") == true)
  }
}
