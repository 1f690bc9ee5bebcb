import ContractModel

/// A mock that the control API knows.
struct PlayedMock: Sendable {
  /// Eight characters that name it; never digits alone, which would read as a port.
  let id: String
  let server: MockServer
  let contracts: [Contract]
  /// The version in which its contracts are written.
  let specification: SpecificationVersion

  init(server: MockServer, contracts: [Contract], specification: SpecificationVersion) {
    let first = "ABCDEF".randomElement() ?? "A"
    id =
      String(first)
      + (0..<7).map { _ in String(Int.random(in: 0..<16), radix: 16).uppercased() }.joined()
    self.server = server
    self.contracts = contracts
    self.specification = specification
  }
}
