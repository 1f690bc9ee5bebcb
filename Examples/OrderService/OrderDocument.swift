import Foundation

/// An order as the service writes it.
struct OrderDocument: Encodable {
  let order: Order
  /// Whether to write it as the version with the bug does: more for people than for programs.
  var hasBug = false

  private enum Key: String, CodingKey {
    case id, customer, status, items, taxRate, total, gift, shippedAt, createdAt
  }

  private struct Item: Encodable {
    let sku: String
    let quantity: Int
    let price: Double
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let total = Double(order.total) / 100
    try container.encode(order.id, forKey: .id)
    try container.encode(order.customer, forKey: .customer)
    if hasBug {
      try container.encode(order.status.rawValue.capitalized, forKey: .status)
      try container.encode("\(total)", forKey: .total)
    } else {
      try container.encode(order.status, forKey: .status)
      try container.encode(total, forKey: .total)
    }
    try container.encode(
      order.items.map {
        Item(sku: $0.sku, quantity: $0.quantity, price: Double($0.price) / 100)
      }, forKey: .items)
    try container.encode(0.19, forKey: .taxRate)
    try container.encode(order.gift, forKey: .gift)
    try container.encode(order.shippedAt, forKey: .shippedAt)  // null, not missing
    try container.encode(order.createdAt, forKey: .createdAt)
  }
}
