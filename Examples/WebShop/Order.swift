/// An order, as far as the shop is interested in it.
struct Order: Decodable, Sendable {
  let id: Int
  let customer: String
  let status: Status
  let items: [Item]
  let total: Double
  let gift: Bool
  let shippedAt: String?

  /// How far an order has come.
  enum Status: String, Decodable, Sendable {
    case pending, paid, shipped, cancelled
  }

  /// An article of an order.
  struct Item: Decodable, Sendable {
    let sku: String
    let quantity: Int
    let price: Double
  }
}
