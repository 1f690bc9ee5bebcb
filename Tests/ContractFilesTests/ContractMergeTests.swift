import ContractFiles
import ContractModel
import Testing

@Suite struct ContractMergeTests {
  static func contract(_ interactions: [Interaction]) -> Contract {
    Contract(consumer: "web-shop", provider: "order-service", interactions: interactions)
  }

  static func interaction(_ description: String, status: Int = 200, line: Int = 1) -> Interaction {
    Interaction(
      description: description,
      content: .http(HTTPRequest(), HTTPResponse(status: status)),
      location: FileLocation(file: "contract.json", line: line))
  }

  @Test func `keeps what is there and adds what is new`() throws {
    let merged = try ContractMerge.merge(
      Self.contract([Self.interaction("b"), Self.interaction("c", line: 9)]),
      into: Self.contract([Self.interaction("a"), Self.interaction("b")]))
    #expect(merged.interactions.map(\.description) == ["a", "b", "c"])
  }

  @Test func `names both interactions of a conflict`() {
    let error = #expect(throws: Diagnostic.self) {
      try ContractMerge.merge(
        Self.contract([Self.interaction("a", status: 404, line: 7)]),
        into: Self.contract([Self.interaction("a", line: 3)]))
    }
    #expect(
      error?.message.hasPrefix(
        "the interaction 'a' at contract.json:7 conflicts with 'a' at contract.json:3") == true)
  }

  @Test func `interactions in different provider states are different`() throws {
    var other = Self.interaction("a", status: 404)
    other.providerStates = [ProviderState("empty")]
    let merged = try ContractMerge.merge(
      Self.contract([other]), into: Self.contract([Self.interaction("a")]))
    #expect(merged.interactions.count == 2)
  }

  @Test func `contracts of other parties are not merged`() {
    let other = Contract(consumer: "web", provider: "shop-order-service")
    let error = #expect(throws: Diagnostic.self) {
      try ContractMerge.merge(Self.contract([]), into: other)
    }
    #expect(error?.message.contains("'web-shop' with 'order-service'") == true)
  }
}
