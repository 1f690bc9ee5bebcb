/// A part of a list of orders.
struct OrderPage: Encodable {
  let orders: [OrderDocument]
  let page: Int
  let size: Int
  /// How many orders there are on all pages.
  let total: Int
}
