import Foundation
import NIOHTTP1

/// Shows a verifier the messages that the service sends; not for production.
struct MessageRoutes: Sendable {
  let store: OrderStore

  func answer(_ request: Request) throws -> Answer {
    guard
      let wanted = try? JSONDecoder().decode(MessageRequest.self, from: Data(request.body))
    else {
      return .error(.badRequest, "expected JSON with the 'description' of a message")
    }
    guard wanted.description == "an order was placed" else {
      return .error(.notFound, "order-service sends no message '\(wanted.description)'")
    }
    let order = store.access { $0.orders[42] ?? .sample(42) }
    let metadata = [
      "contentType": "application/json", "topic": "orders", "key": String(order.id),
    ]
    return try .json(
      .ok, OrderPlaced(order),
      headers: [
        "Pact-Message-Metadata": try JSONEncoder().encode(metadata).base64EncodedString()
      ])
  }
}
