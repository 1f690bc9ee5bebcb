import ContractTesting
import Testing

@Suite(.mockService("order-service", for: "web-shop"))
struct OrderClientContract {
  @Test(.expecting(.order42))
  func `shows the status of an order`() async throws {
    let client = OrderClient(url: try MockService.current.url)
    let order = try await client.order(42)
    #expect(order.status == .pending)
  }

  @Test(.playing(.order42, .status(503, retryAfter: 1), .fault(.resetPeer), .asContracted))
  func `survives a 503 and then a dropped connection`() async throws {
    let mock = try MockService.current
    let order = try await OrderClient(url: mock.url).order(42)
    #expect(order.id == 42)
    #expect(await mock.attempts(of: .order42).count == 3)
  }
}
