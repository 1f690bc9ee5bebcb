import ContractDSL
import ContractFiles
import ContractModel
import Testing

/// What is written in Swift is the same value as what is read from the file that it is written to.
@Suite struct RoundTripTests {
  @Test(arguments: Interaction.samples.indices)
  func `an interaction comes back from its file as it was`(index: Int) throws {
    let interaction = Interaction.samples[index]
    #expect(interaction.problems.map(\.message) == [])
    let contract = try Contract(
      consumer: "web-shop", provider: "order-service", interactions: [interaction]
    ).validated()
    let bytes = try PactWriter(specification: .v4).bytes(contract)
    let file = ContractFile(reading: bytes, file: "contract.json")
    #expect(file.diagnostics.map(\.message) == [])
    guard case .contract(let read) = file.content, var copy = read.interactions.first else {
      Issue.record("\(String(decoding: bytes, as: UTF8.self))")
      return
    }
    copy.location = interaction.location
    copy.source = nil
    #expect(copy == interaction)
  }
}

struct Order: Codable {
  enum Status: String, Codable, CaseIterable { case pending, paid, shipped }
  struct Item: Codable {
    var sku: String
    var quantity: Int
  }
  var id: Int
  var status: Status
  var items: [Item]
  var total: Double
  var labels: [String: Bool]
  static let sample = Order(
    id: 42, status: .paid, items: [Item(sku: "A-1", quantity: 2)], total: 5,
    labels: ["new": true, "gift": false])
}

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

  static let samples: [Interaction] = [
    .order42,
    Interaction(
      "an order by its state", given: "the shop is open", .state("an order exists", ["id": 42]),
      request: .get(
        "/orders/\(state: "orderID", example: 42)",
        query: ["page": .integer(1), "tag": ["new", .string("gift")], "n": .each(.integer(1))],
        headers: ["X-Trace": .uuid()]),
      response: .json(
        .success(),
        .shape(of: Order.sample).overlaid(with: [
          "status": .oneOf(Order.Status.self), "id": .state("orderID", example: 42),
        ])),
      key: "k", isPending: true, comments: ["a remark"], testName: "a test",
      references: ["openapi": ["operationId": "getOrder"]]),
    Interaction(
      "a form", request: .post("/", body: .form(["sku": "A 1", "quantity": .integer(2)])),
      response: .status(.noContent)),
    Interaction(
      "XML",
      request: .put(
        "/",
        body: .xml(
          .element(
            "order", attributes: ["id": .integer(42)],
            .element("status", .oneOf("pending", "paid")),
            .each(
              .element(
                "item", attributes: ["sku": .string("A-1"), "kind": "x"],
                .element("quantity", .integer(2))))))),
      response: .xml(
        .oneOf(200, 201),
        .element(
          "o:order", attributes: ["xmlns:o": "http://example.org/orders"],
          .element("o:a", "x"), .element("o:a", .string("y"))))),
    Interaction(
      "a multipart form",
      request: .post(
        "/",
        body: .multipart(
          .field("note", .string("fast")), .part("meta", .json(["a": .integer(1)])),
          .file(
            "photo", named: "a.png",
            .binary(like: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png")))),
      response: .binary(.ok, [0, 255], "application/octet-stream")),
    Interaction(
      "GraphQL",
      request: .graphQL("query { order(id: 42) { id } }", variables: ["id": .integer(1)]),
      response: .graphQL(data: ["order": ["id": .integer(42)]])),
    Interaction(
      "a text", request: .post("/", body: .text("order \(.integer(42))")),
      response: .text(.ok, "done")),
    Interaction(
      "an order was placed", given: "order 42 exists",
      message: .json(
        ["id": .integer(42)], metadata: ["topic": "orders", "key": "order-\(.integer(4))"])
    ),
    Interaction(
      "a question for a price", message: .json(["sku": "A-1"]),
      replies: .json(["price": .decimal(9.95)]), .text("none")),
  ]
}
