import ContractTesting
import Foundation
import Testing

@testable import WebShop

@Suite(.mockService("order-service", for: "web-shop"))
struct OrderClientContract {
  @Test(.expecting(.order42))
  func `reads an order`() async throws {
    let client = OrderClient(url: try MockService.current.url)
    let order = try await client.order(42).expecting(200).decode(Order.self)
    #expect(order.id == 42)
    #expect(order.items.first?.quantity == 2)
  }

  @Test(.expecting(.missingOrder))
  func `tells that an order does not exist`() async throws {
    let client = OrderClient(url: try MockService.current.url)
    #expect(try await client.order(99).status == 404)
  }

  @Test(.expecting(.cancelOrder))
  func `cancels an order`() async throws {
    let client = OrderClient(url: try MockService.current.url)
    #expect(try await client.cancel(42).status == 204)
  }

  @Test(.playing(.order42, .status(503), .fault(.resetPeer), .asContracted))
  func `asks again after a 503 and a dropped connection`() async throws {
    let mock = try MockService.current
    let policy = RetryPolicy(attempts: 4, pause: .milliseconds(10))
    try await ResilientFetch(url: mock.url, policy: policy).run(42)
    let attempts = await mock.attempts(of: .order42)
    #expect(attempts.map(\.status) == [503, nil, 200])
    #expect(attempts.dropFirst().allSatisfy { $0.gap ?? .zero >= policy.pause })
  }

  @Test(.playing(.order42, FaultStep.status(503).times(4)))
  func `gives up in the end`() async throws {
    let mock = try MockService.current
    let policy = RetryPolicy(attempts: 3, pause: .milliseconds(10))
    await #expect(throws: ClientError.self) {
      try await ResilientFetch(url: mock.url, policy: policy).run(42)
    }
    await mock.expect(ResilienceContract(attempts: 3...3))
  }
}
