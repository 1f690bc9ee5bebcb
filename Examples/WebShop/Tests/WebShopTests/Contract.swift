import ContractTesting

/// What web-shop needs of order-service.
extension Interaction {
  static let authorization: HeaderPatterns = [
    .authorization: "Bearer \(.matching(#"[\w.-]+"#, example: "t0k3n"))"
  ]

  static let order42 = Interaction(
    "a request for order 42",
    given: "order 42 exists",
    request: .get("/orders/42", headers: authorization),
    response: .json(
      .ok,
      [
        "id": .integer(42),
        "customer": .string("Ada Lovelace"),
        "status": .oneOf("pending", "paid", "shipped", "cancelled"),
        "items": .each(["sku": .string("A-1"), "quantity": .integer(2), "price": .number(19.95)]),
        "total": .number(39.9),
        "gift": .boolean(false),
        "shippedAt": .dateTime("2026-01-31T12:00:00Z").or(.null),
      ]))

  static let missingOrder = Interaction(
    "a request for an order that does not exist",
    given: "order 99 does not exist",
    request: .get("/orders/99", headers: authorization),
    response: .status(404))

  static let cancelOrder = Interaction(
    "a request to cancel order 42",
    given: "order 42 exists",
    request: .delete("/orders/42", headers: authorization),
    response: .status(.noContent))
}
