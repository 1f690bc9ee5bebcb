/// A part of a list of orders.
struct OrderPage: Decodable, Sendable {
  let orders: [Order]
  let page: Int
  let total: Int
}
