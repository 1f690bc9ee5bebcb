import ContractTesting
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// An order as the client knows it.
struct Order: Codable, Equatable {
  var id: Int
  var status: String
}

/// The client under test.
struct OrderClient {
  let url: URL

  func order(_ id: Int) async throws -> Order {
    let (data, response) = try await URLSession.shared.data(
      from: url.appendingPathComponent("orders/\(id)"))
    guard (response as? HTTPURLResponse)?.statusCode == 200 else {
      throw URLError(.badServerResponse)
    }
    return try JSONDecoder().decode(Order.self, from: data)
  }
}

extension Interaction {
  static let order42 = Interaction(
    "a request for order 42", given: "order 42 exists",
    request: .get("/orders/42"),
    response: .json(.ok, .shape(of: Order(id: 42, status: "pending"))))

  static let order43 = Interaction(
    "a request for order 43", given: "order 43 exists",
    request: .get("/orders/43"),
    response: .json(.ok, .shape(of: Order(id: 43, status: "paid"))))

  static let orderPlaced = Interaction(
    "an order was placed", message: .json(.shape(of: Order(id: 42, status: "pending"))))
}
