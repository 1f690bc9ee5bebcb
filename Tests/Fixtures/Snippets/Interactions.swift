import ContractTesting

extension Interaction {
  static let order42 = Interaction(
    "a request for order 42", given: "order 42 exists", request: .get("/orders/42"),
    response: .json(.ok, .shape(of: Order.sample)))

  static let orders = Interaction(
    "a request for all orders", request: .get("/orders"),
    response: .json(.ok, .each(.shape(of: Order.sample))))

  static let orderPlaced = Interaction("an order was placed", message: .json(["id": .integer(42)]))

  static let price = Interaction(
    "a question for a price", message: .json(["sku": "A-1"]),
    replies: .json(["price": .decimal(9.95)]))

  static let priceOfA1 = price
}
