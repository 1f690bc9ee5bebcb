import Foundation

extension Order {
  /// One line about the order.
  var summary: String {
    let list = items.map { "\($0.quantity) × \($0.sku)" }.joined(separator: ", ")
    let price = String(format: "%.2f", total)
    return "order \(id) of \(customer): \(status), \(list), \(price)\(gift ? ", a gift" : "")"
  }
}
