import ContractTesting
import Foundation
import Testing

/// Each of these tests has to fail: scripts/test-suites asks for their names.
@Suite(.mockService("order-service", for: "red-shop"))
struct RedTests {
  @Test(.expecting(.order42)) func noRequestAtAll() async throws {}

  @Test(.expecting(.order42)) func unexpectedRequest() async throws {
    let client = OrderClient(url: try MockService.current.url)
    _ = try await client.order(42)
    _ = try? await client.order(43)
  }

  /// A failure outside of the test's task reaches nobody; the mock has seen the request.
  @Test(.expecting(.order42)) func requestFromDetachedWork() async throws {
    let client = OrderClient(url: try MockService.current.url)
    _ = try await client.order(42)
    await Task.detached { _ = try? await client.order(44) }.value
  }

  @Test(arguments: try Contracts.interactions(in: "contracts-none", provider: "order-service"))
  func noContracts(_ interaction: LocatedInteraction) {}

  @Test(.expecting(.order43)) func failsItself() async throws {
    let order = try await OrderClient(url: MockService.current.url).order(43)
    #expect(order.status == "lost")
  }

  @Test func noMock() async throws { _ = try MockService.current }

  /// A provider that does not honour its contract.
  @Test func providerDiffers() async throws {
    try await withMockServer(.get("/orders/42", returning: .json(.ok, ["id": "42"]))) { provider in
      let verifier = Verifier(
        "order-service", at: provider.url, states: ["order 42 exists": .nothing])
      try await verifier.verify(contractsIn: "Fixtures/red-contract.json")
    }
  }
}
