import ContractTesting
import Testing

@testable import OrderService

/// Each interaction of the contract is a test case; what differs is shown at its line in the contract's file.
@Suite struct HonoursItsContracts {
  @Test(
    arguments: try Contracts.interactions(in: "../WebShop/contracts", provider: "order-service"))
  func honours(_ interaction: LocatedInteraction) async throws {
    let store = OrderStore()
    let server = try await HTTPServer(
      host: "127.0.0.1", port: 0, router: Router(store: store, hasBug: false))
    let verifier = Verifier(
      "order-service", at: "http://127.0.0.1:\(server.port)",
      states: [
        "order 42 exists": .setUp { _ in store.access { $0.put(.sample(42)) } },
        "order 99 does not exist": .setUp { _ in
          store.access { shop in shop.remove { $0.id == 99 } }
        },
      ],
      // The contract's token is only an example.
      filter: { $0.setHeader("Authorization", "Bearer t0k3n") })
    try await verifier.verify(interaction)
    try await server.close()
  }
}
