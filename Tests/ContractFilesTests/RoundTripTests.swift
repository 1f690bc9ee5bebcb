import ContractFiles
import ContractModel
import JSONText
import Testing

@Suite struct RoundTripTests {
  /// Without what only the file knows: places and texts.
  static func said(_ contract: Contract) -> Contract {
    var contract = contract
    (contract.metadata, contract.source) = (nil, nil)
    for index in contract.interactions.indices {
      (contract.interactions[index].source, contract.interactions[index].location) = (nil, nil)
    }
    return contract
  }

  @Test(arguments: [SpecificationVersion.v2, .v3, .v4])
  func `what is written reads as it was`(version: SpecificationVersion) throws {
    for seed in 0..<300 {
      var random = RandomContract(specification: version, seed: UInt64(seed))
      let contract = random.contract()
      let bytes = try PactWriter(specification: version).bytes(contract)
      let text = String(decoding: bytes, as: UTF8.self)
      let file = ContractFile(reading: bytes, file: "contract.json")
      guard case .contract(let read)? = file.content else {
        Issue.record("seed \(seed): \(file.diagnostics) \(text)")
        continue
      }
      #expect(file.diagnostics.isEmpty, "seed \(seed)")
      #expect(Self.said(read) == contract, "seed \(seed): \(text)")
      #expect(try PactWriter(specification: version).bytes(read) == bytes, "seed \(seed)")
    }
  }

  @Test func `makes contracts with much in them`() {
    var kinds: Set<String> = []
    var counts = (rules: 0, generators: 0)
    for seed in 0..<50 {
      var random = RandomContract(specification: .v4, seed: UInt64(seed))
      for interaction in random.contract().interactions {
        kinds.insert(interaction.content.kind)
        if case .http(let request, _) = interaction.content {
          counts.rules += request.rules.count
          counts.generators += request.generators.count
        }
      }
    }
    #expect(kinds == ["http", "message", "synchronous-message"])
    #expect(counts.rules > 20 && counts.generators > 20)
  }
}
