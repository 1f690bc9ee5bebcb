/// The states that contracts with this service speak of.
enum ProviderState: Equatable {
  case initial
  case orderExists(Int)
  case orderCancelled(Int)
  case orderMissing(Int)
  case ordersExist(Order.Status, count: Int)
  case noOrdersExist(Order.Status)
  case articleOnSale(sku: String, price: Int)

  /// Reads the name of a state, or returns `nil` for one that is not known.
  init?(_ name: String, _ parameters: StateChange.Parameters) {
    let words = name.split(separator: " ")
    if words.first == "order", words.count > 2, let id = Int(words[1]) {
      switch words.dropFirst(2).joined(separator: " ") {
      case "exists": self = .orderExists(id)
      case "was cancelled": self = .orderCancelled(id)
      case "does not exist": self = .orderMissing(id)
      default: return nil
      }
      return
    }
    switch (name, parameters.status, parameters.sku) {
    case ("", _, _): self = .initial
    case ("orders with a status exist", let status?, _):
      self = .ordersExist(status, count: max(0, min(parameters.count ?? 1, 1000)))
    case ("no orders with a status exist", let status?, _): self = .noOrdersExist(status)
    case ("an article is on sale", _, let sku?):
      let price = parameters.price ?? 1
      guard (0...1_000_000).contains(price) else { return nil }
      self = .articleOnSale(sku: sku, price: Int((price * 100).rounded()))
    default: return nil
    }
  }

  func setUp(_ shop: inout Shop) {
    switch self {
    case .initial: shop = .sample
    case .orderExists(let id): shop.put(.sample(id))
    case .orderCancelled(let id): shop.put(.sample(id).cancelled())
    case .orderMissing(let id): shop.remove { $0.id == id }
    case .ordersExist(let status, let count):
      shop.remove { $0.status == status }
      for id in 0..<count { shop.put(.sample(41 + id, status: status)) }
    case .noOrdersExist(let status): shop.remove { $0.status == status }
    case .articleOnSale(let sku, let price): shop.prices[sku] = price
    }
  }

  /// What a verifier may put into its request.
  var values: [String: Int] {
    switch self {
    case .orderExists(let id), .orderCancelled(let id), .orderMissing(let id): ["id": id]
    default: [:]
    }
  }
}
