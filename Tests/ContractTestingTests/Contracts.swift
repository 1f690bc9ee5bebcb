import ContractTesting
import Foundation

extension Interaction {
  static let order42 = Interaction(
    "a request for order 42", given: "order 42 exists",
    request: .get("/orders/42"),
    response: .json(
      .ok, ["id": .integer(42), "status": .oneOf("pending", "paid", "shipped")]))

  static let orders = Interaction(
    "a request for all orders",
    request: .get("/orders"),
    response: .json(.ok, .each(["id": .integer(42)])))

  static let orderPlaced = Interaction(
    "an order was placed", given: "order 42 exists",
    message: .json(["id": .integer(42)], metadata: ["topic": "orders"]))

  static let priceOfA1 = Interaction(
    "the price of A-1",
    message: .json(["sku": .string("A-1")]),
    replies: .json(["price": .decimal(9.95)]))
}

/// A folder that is there while a closure runs.
func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("counterpart-testing-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}
