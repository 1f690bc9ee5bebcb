import ContractTesting
import Testing

@Suite struct HonoursItsContracts {
  let verifier = Verifier(
    "order-service", at: "http://127.0.0.1:8080",
    states: [
      "order 42 exists": .setUp { _ in
        try await store.insert(.sample)
      } tearDown: { _ in
        try await store.remove(42)
      }
    ])

  @Test(arguments: try Contracts.interactions(in: "contracts", provider: "order-service"))
  func honours(_ interaction: LocatedInteraction) async throws {
    try await verifier.verify(interaction)
  }
}
