/// The message that an order was placed.
struct OrderPlaced: Encodable {
  let event = "order placed"
  let orderID: Int
  let customer: String
  let total: Double
  let skus: [String]
  let placedAt: String

  init(_ order: Order) {
    orderID = order.id
    customer = order.customer
    total = Double(order.total) / 100
    skus = order.items.map(\.sku)
    placedAt = order.createdAt
  }
}
