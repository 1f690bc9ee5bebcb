/// What a client wants to have ordered.
struct OrderDraft: Decodable, Sendable {
  let customer: String
  let items: [Line]
  let gift: Bool?

  /// So many of an article.
  struct Line: Decodable, Sendable {
    let sku: String
    let quantity: Int
  }

  /// What is wrong with the draft, if only these articles are on sale.
  func violations(prices: [String: Int]) -> [Problem.Violation] {
    var violations: [Problem.Violation] = []
    if customer.isEmpty { violations.append(.init("/customer", "must not be empty")) }
    if items.isEmpty { violations.append(.init("/items", "must hold at least one item")) }
    for (index, line) in items.enumerated() {
      if prices[line.sku] == nil {
        violations.append(.init("/items/\(index)/sku", "'\(line.sku)' must be on sale"))
      }
      if !(1...1000).contains(line.quantity) {
        violations.append(.init("/items/\(index)/quantity", "must be 1 to 1000"))
      }
    }
    return violations
  }

  /// The items with today's prices.
  func items(at prices: [String: Int]) -> [Order.Item] {
    items.map { .init(sku: $0.sku, quantity: $0.quantity, price: prices[$0.sku] ?? 0) }
  }
}
