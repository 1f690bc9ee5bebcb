import Foundation
import NIOHTTP1

extension OrderRoutes {
  func create(_ request: Request) throws -> Answer {
    try withDraft(of: request) { draft in
      let time = Date.now.formatted(.iso8601)
      let order = store.access { $0.place(draft, at: time) }
      return try .json(
        .created, OrderDocument(order: order),
        headers: ["Location": "/orders/\(order.id)", "ETag": order.tag])
    }
  }

  func change(_ id: String, _ request: Request) throws -> Answer {
    guard let tag = request.headers.first(name: "If-Match") else {
      return .error(.preconditionRequired, "expected a header 'If-Match' with the order's ETag")
    }
    return try withDraft(of: request) { draft in
      // With the bug the tag is asked for and never looked at.
      let expected = hasBug ? nil : tag
      let outcome = store.access { shop in
        Int(id).map { shop.change($0, to: draft, ifMatch: expected) } ?? .missing
      }
      switch outcome {
      case .changed(let order):
        return try .json(.ok, OrderDocument(order: order), headers: ["ETag": order.tag])
      case .missing: return missing(id)
      case .cancelled: return .error(.conflict, "order \(id) was cancelled")
      case .stale(let order):
        return .error(
          .preconditionFailed, "order \(id) has been changed by someone else",
          headers: ["ETag": order.tag])
      }
    }
  }

  private func withDraft(
    of request: Request, _ body: (OrderDraft) throws -> Answer
  ) throws -> Answer {
    let draft: OrderDraft
    do {
      draft = try JSONDecoder().decode(OrderDraft.self, from: Data(request.body))
    } catch {
      return .error(.badRequest, "expected JSON with 'customer' and 'items'")
    }
    let violations = draft.violations(prices: store.access { $0.prices })
    guard violations.isEmpty else {
      let problem = Problem(title: "The order is not valid", status: 422, errors: violations)
      return try .json(
        .unprocessableEntity, problem, contentType: "application/problem+json")
    }
    return try body(draft)
  }
}
