import ContractTesting
import Foundation
import Testing
import XCTest

@Suite(.mockService("order-service", for: "web-shop"))
struct OrderClientContract {
  @Test(.expecting(.order42))
  func `shows the status of an order`() async throws {
    #expect(try await OrderClient(url: MockService.current.url).order(42).status == "pending")
  }

  @Test(.playing(.order42, .status(503), .fault(.resetPeer), .asContracted))
  func `survives a 503 and then a dropped connection`() async throws {
    let client = OrderClient(url: try MockService.current.url)
    var order: Order?
    for _ in 0..<3 where order == nil { order = try? await client.order(42) }
    #expect(order?.id == 42)
    #expect(try await MockService.current.attempts(of: .order42).count == 3)
  }

  @Test func `reads an order-placed event`() async throws {
    try await withMessage(.orderPlaced) { (order: Order) in #expect(order.id == 42) }
  }

  @Suite struct Inner {
    @Test(.expecting(.order43), arguments: 1...3)
    func `has a mock of its own in each case`(_ number: Int) async throws {
      #expect(try await OrderClient(url: MockService.current.url).order(43).id == 43)
    }
  }
}

/// What a suite expects, each of its tests expects; and the mock is that of its own suite.
@Suite(.mockService("order-service", for: "whole-shop"), .expecting(.order42))
struct WholeSuite {
  @Test func first() async throws {
    #expect(try await OrderClient(url: MockService.current.url).order(42).id == 42)
  }

  @Test(.expecting(.order43)) func second() async throws {
    let client = OrderClient(url: try MockService.current.url)
    #expect(try await client.order(42).id == 42)
    #expect(try await client.order(43).id == 43)
  }
}

final class OrderClientXCTests: XCTestCase {
  func testStatus() async throws {
    try await withMockService("order-service", for: "legacy-shop", expecting: .order42) { mock in
      let order = try await OrderClient(url: mock.url).order(42)
      XCTAssertEqual(order.status, "pending")
    }
  }

  func testOther() async throws {
    try await withMockService("order-service", for: "legacy-shop", expecting: .order43) { mock in
      let order = try await OrderClient(url: mock.url).order(43)
      XCTAssertEqual(order.status, "paid")
    }
  }

  func testMessage() async throws {
    try await withMessage(.orderPlaced, from: "order-service", for: "legacy-shop") {
      (order: Order) in XCTAssertEqual(order.id, 42)
    }
  }
}
