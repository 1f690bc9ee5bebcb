import ContractTesting
import Foundation
import Testing

@Suite struct MessageTests {
  struct OrderPlaced: Decodable { let id: Int }

  @Test func `a message is decoded, and written when the test passes`() async throws {
    try await withFolder { folder async throws in
      try await withMessage(
        .orderPlaced, from: "order-service", for: "web-shop", contracts: folder
      ) { (event: OrderPlaced) in #expect(event.id == 42) }
      let file = folder + "/web-shop-order-service.json"
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("an order was placed"))
      try await withMessage(
        .orderPlaced, from: "order-service", for: "web-shop", contracts: folder
      ) { message in
        #expect(message.text == #"{"id":42}"#)
        #expect(message.contentType == "application/json")
        #expect(message.metadata?["topic"]?.string == "orders")
      }
    }
  }

  @Test func `a message that breaks its handler is not written`() async throws {
    struct Other: Decodable { let name: String }
    try await withFolder { folder async throws in
      await #expect(throws: DecodingError.self) {
        try await withMessage(
          .orderPlaced, from: "order-service", for: "web-shop", contracts: folder
        ) { (_: Other) in }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `a message without parties is refused`() async throws {
    let error = await #expect(throws: ContractTestingError.self) {
      try await withMessage(.orderPlaced) { _ in }
    }
    #expect(error?.description.contains("from:") == true)
    await #expect(throws: ContractTestingError.self) {
      try await withMessage(.order42, from: "a", for: "b") { _ in }
    }
  }

  @Test func `a message with replies is compared with what is sent`() async throws {
    try await withFolder { folder async throws in
      try await withSyncMessage(
        .priceOfA1, from: "price-service", for: "web-shop", contracts: folder
      ) { exchange async throws in
        #expect(exchange.send(Array(#"{"sku":"B-2"}"#.utf8)).map(\.text) == [#"{"price":9.95}"#])
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count > 0)
    }
    let issues = Issues()
    try await withKnownIssue {
      try await withSyncMessage(.priceOfA1, from: "price-service", for: "web-shop") {
        exchange async throws in
        _ = exchange.send(Array(#"{"sku":1}"#.utf8))
      }
    } matching: {
      issues.note($0)
    }
    try await withKnownIssue {
      try await withSyncMessage(.priceOfA1, from: "price-service", for: "web-shop") { _ in }
    } matching: {
      issues.note($0)
    }
    #expect(issues.all.count == 2)
    #expect(issues.all.first?.contains("body $.sku") == true)
    #expect(issues.all.last?.contains("'the price of A-1' was not sent") == true)
  }
}
