import ContractTesting
import Foundation
import XCTest

/// Each of these tests has to fail: scripts/test-suites asks for their names.
final class RedXCTests: XCTestCase {
  func testNoRequestAtAll() async throws {
    try await withMockService("order-service", for: "red-shop", expecting: .order42) { _ in }
  }

  func testUnexpectedRequest() async throws {
    try await withMockService("order-service", for: "red-shop", expecting: .order42) { mock in
      _ = try await OrderClient(url: mock.url).order(42)
      _ = try? await OrderClient(url: mock.url).order(43)
    }
  }

  func testRequestFromDetachedWork() async throws {
    try await withMockService("order-service", for: "red-shop", expecting: .order42) { mock in
      _ = try await OrderClient(url: mock.url).order(42)
      let client = OrderClient(url: mock.url)
      await Task.detached { _ = try? await client.order(44) }.value
    }
  }

  func testNoContracts() async throws {
    try await Verifier("order-service", at: "http://127.0.0.1:9").verify(
      contractsIn: "contracts-none")
  }

  /// The contract is not written, since the test fails after the closure.
  func testFailsAfterwards() async throws {
    try await withMockService("order-service", for: "red-shop", expecting: .order43) { mock in
      _ = try await OrderClient(url: mock.url).order(43)
    }
    XCTFail("too late for the closure")
  }

  func testProviderDiffers() async throws {
    try await withMockServer(.get("/orders/42", returning: .json(.ok, ["id": "42"]))) { provider in
      let verifier = Verifier(
        "order-service", at: provider.url, states: ["order 42 exists": .nothing])
      try await verifier.verify(contractsIn: "Fixtures/red-contract.json")
    }
  }
}
