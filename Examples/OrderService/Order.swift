/// An order.
struct Order: Sendable {
  let id: Int
  var customer: String
  var status: Status
  var items: [Item]
  var gift: Bool
  var shippedAt: String?
  let createdAt: String
  /// Grows by one with every change.
  var version: Int

  /// How far an order has come.
  enum Status: String, Codable, Sendable {
    case pending, paid, shipped, cancelled
  }

  /// An article of an order.
  struct Item: Sendable {
    let sku: String
    let quantity: Int
    /// The price of one, in cents.
    let price: Int
  }

  /// The entity tag of this version.
  var tag: String { "\"\(version)\"" }

  /// What the order costs, in cents.
  var total: Int { items.reduce(0) { $0 + $1.price * $1.quantity } }

  func cancelled() -> Order {
    var order = self
    order.status = .cancelled
    order.version += 1
    return order
  }

  /// An order for the start and for provider states.
  static func sample(_ id: Int, status: Status = .paid) -> Order {
    Order(
      id: id, customer: "Ada Lovelace", status: status,
      items: [
        Item(sku: "A-1", quantity: 2, price: 1995), Item(sku: "B-2", quantity: 1, price: 550),
      ],
      gift: false, shippedAt: status == .shipped ? "2026-02-01T08:30:00Z" : nil,
      createdAt: "2026-01-31T12:00:00Z", version: 3)
  }
}
