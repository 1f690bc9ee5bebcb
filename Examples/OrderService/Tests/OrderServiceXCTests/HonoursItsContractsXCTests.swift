import ContractTesting
import XCTest

@testable import OrderService

final class HonoursItsContractsXCTests: XCTestCase {
  func testHonoursItsContracts() async throws {
    let store = OrderStore()
    let server = try await HTTPServer(
      host: "127.0.0.1", port: 0, router: Router(store: store, hasBug: false))
    let verifier = Verifier(
      "order-service", at: "http://127.0.0.1:\(server.port)",
      states: [
        "order 42 exists": .setUp { _ in store.access { $0.put(.sample(42)) } },
        "order 99 does not exist": .nothing,
      ])
    try await verifier.verify(contractsIn: "../WebShop/contracts")
    try await server.close()
  }
}
