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
      .shape(of: Order.sample).overlaid(with: [
        "status": .oneOf(Order.Status.self),
        "createdAt": .dateTime("2026-01-31T12:00:00Z"),
      ])))
}
