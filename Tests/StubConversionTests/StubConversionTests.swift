import ContractModel
import StubConversion
import Testing

/// The contract answers as the stubs do.
@Suite struct StubConversionTests {
  @Test(arguments: StubCase.all, [false, true])
  func `the contract answers what the stub answers`(example: StubCase, isExact: Bool) throws {
    var pair = try StubPair(example.stub, isExact: isExact)
    #expect(pair.conversion.convertedCount == 1, "\(pair.conversion.diagnostics)")
    #expect(pair.conversion.diagnostics.allSatisfy { $0.position != nil && $0.file != nil })
    #expect(pair.lint == [])
    for ask in example.accepts {
      let wanted = try #require(try pair.stubAnswer(ask.request, body: ask.body))
      #expect(try pair.contractAnswer(ask.request, body: ask.body) == wanted, "\(ask)")
    }
    for ask in example.refuses {
      #expect(try pair.stubAnswer(ask.request, body: ask.body) == nil, "\(ask)")
      #expect(try pair.contractAnswer(ask.request, body: ask.body) == nil, "\(ask)")
    }
    let text = pair.conversion.diagnostics.map(\.description).joined(separator: "\n")
    #expect(!text.contains("complete it by hand"), "\(text)")
  }

  @Test func `steps of a scenario are told apart by their provider states`() throws {
    func stub(_ required: String, _ next: String, _ status: Int) -> String {
      """
      {"scenarioName": "orders", "requiredScenarioState": "\(required)", "newScenarioState": "\(next)",
       "request": {"method": "GET", "url": "/orders/7"}, "response": {"status": \(status)}}
      """
    }
    var pair = try StubPair(
      "{\"mappings\": [\(stub("Started", "Paid", 402)), \(stub("Paid", "Sent", 200))]}")
    #expect(pair.conversion.summary == "converted 2 of 2 stubs")
    for (state, status) in [("Started", "402"), ("Paid", "200")] {
      let request = "GET /orders/7 HTTP/1.1\nX-Counterpart-State: scenario orders is \(state)"
      #expect(try pair.contractAnswer(request, body: nil)?.status == status)
    }
  }
}
