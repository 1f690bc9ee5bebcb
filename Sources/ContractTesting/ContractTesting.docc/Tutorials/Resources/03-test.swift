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
}
