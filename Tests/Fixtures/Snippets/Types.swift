import ContractTesting
import Foundation

// What the code in the documentation refers to: the types of a shop and its client.

struct Order: Codable, Equatable, Sendable {
  enum Status: String, Codable, CaseIterable, Sendable { case pending, paid, shipped }
  struct Item: Codable, Equatable, Sendable {
    var sku: String
    var quantity: Int
  }

  var id: Int
  var status: Status
  var items: [Item]
  var createdAt: String

  static let sample = Order(
    id: 42, status: .pending, items: [Item(sku: "A-1", quantity: 2)],
    createdAt: "2026-01-31T12:00:00Z")
}

struct OrderPlaced: Codable, Sendable {
  var id: Int

  init(id: Int = 42) { self.id = id }
  init(order: Order) { id = order.id }
}

struct TimeoutError: Error {}

struct OrderClient: Sendable {
  var url: URL
  func order(_ id: Int) async throws -> Order { .sample }
  func orders() async throws -> [Order] { [.sample] }
}

struct OrderFeed {
  func handle(_ contents: [UInt8]) async throws {}
}

struct PriceClient: Sendable {
  var transport: @Sendable ([UInt8]) async throws -> [UInt8]
  func price(of sku: String) async throws -> Double { 9.95 }
}

struct HealthMonitor {
  func check(_ url: URL) async throws {}
}

final class Store: Sendable {
  func insert(_ order: Order) async throws {}
  func insertNew() async throws -> Int { 42 }
  func remove(_ id: Int) async throws {}
}

let store = Store()
let monitor = HealthMonitor()
let bytes: [UInt8] = []
func freshToken() async throws -> String { "t0k3n" }
