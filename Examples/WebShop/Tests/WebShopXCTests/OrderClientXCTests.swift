import ContractTesting
import Foundation
import XCTest

@testable import WebShop

final class OrderClientXCTests: XCTestCase {
  func testHealth() async throws {
    let health = Interaction(
      "a question for its health",
      request: .get("/health", headers: [.accept: "application/json"]),
      response: .json(.ok, ["status": .string("ok"), "draining": .boolean(false)]))
    try await withMockService("order-service", for: "web-shop", expecting: health) { mock in
      let answer = try await OrderClient(url: mock.url).health()
      XCTAssertEqual(answer.status, "ok")
    }
  }

  func testSlowNetwork() async throws {
    try await withMockServer(.get("/orders/42", returning: .status(.ok))) { mock in
      try await withFaultProxy(to: mock.url, .timeout(after: nil)) { service in
        var policy = RetryPolicy(attempts: 1)
        policy.timeout = .milliseconds(200)
        do {
          try await ResilientFetch(url: service.url, policy: policy).run(42)
          XCTFail("there was an answer")
        } catch {
          let connections = await service.connectionCount
          XCTAssertEqual(connections, 1)
        }
      }
    }
  }
}
