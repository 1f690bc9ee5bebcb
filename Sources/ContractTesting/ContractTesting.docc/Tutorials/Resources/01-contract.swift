import ContractTesting

extension Interaction {
  static let order42 = Interaction(
    "a request for order 42",
    given: "order 42 exists",
    request: .get(
      "/orders/42",
      headers: [.authorization: "Bearer \(.matching(#"[\w.-]+"#, example: "t0k3n"))"]),
    response: .json(
      .ok,
      [
        "id": .integer(42),
        "status": .oneOf("pending", "paid", "shipped"),
        "items": .each(["sku": .string("A-1"), "quantity": .integer(2)]),
        "createdAt": .dateTime("2026-01-31T12:00:00Z"),
      ]))
}
