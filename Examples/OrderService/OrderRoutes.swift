import Foundation
import NIOHTTP1

/// Answers the requests for `/orders` and all below it.
struct OrderRoutes: Sendable {
  let store: OrderStore
  let hasBug: Bool

  func answer(_ request: Request) throws -> Answer {
    guard request.isAuthorized else {
      return .error(
        .unauthorized, "expected a header 'Authorization: Bearer …'",
        headers: ["WWW-Authenticate": "Bearer realm=\"order-service\""])
    }
    switch (request.method, request.path.count, request.path.last) {
    case (.GET, 1, _): return try list(request)
    case (.POST, 1, _): return try create(request)
    case (.GET, 2, let id?): return try show(id)
    case (.PUT, 2, let id?): return try change(id, request)
    case (.DELETE, 2, let id?): return cancel(id)
    case (.GET, 3, "invoice"): return invoice(request.path[1])
    case (.POST, 3, "notes"): return try addNote(request.path[1], request)
    default: return .notFound(request)
    }
  }

  private func list(_ request: Request) throws -> Answer {
    guard let page = Int(request.query["page"] ?? "1"), (1...1_000_000).contains(page),
      let size = Int(request.query["size"] ?? "20"), (1...100).contains(size)
    else {
      return .error(.badRequest, "expected a 'page' of at least 1 and a 'size' of 1 to 100")
    }
    let status = request.query["status"].map(Order.Status.init(rawValue:))
    if case .some(nil) = status { return .error(.badRequest, "the 'status' is not known") }
    let found = store.access { $0.page(page, size: size, status: status ?? nil) }
    return try .json(
      .ok,
      OrderPage(
        orders: found.orders.map { OrderDocument(order: $0) }, page: page, size: size,
        total: found.total))
  }

  private func show(_ id: String) throws -> Answer {
    guard let order = order(id) else { return missing(id) }
    return try .json(
      .ok, OrderDocument(order: order, hasBug: hasBug), headers: ["ETag": order.tag])
  }

  private func cancel(_ id: String) -> Answer {
    let isCancelled = store.access { shop in Int(id).map { shop.cancel($0) } ?? false }
    return isCancelled ? Answer(status: .noContent) : missing(id)
  }

  private func invoice(_ id: String) -> Answer {
    guard let order = order(id) else { return missing(id) }
    return Answer(
      status: .ok,
      headers: [
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename=\"invoice-\(order.id).pdf\"",
      ],
      body: Invoice.pdf)
  }

  private func addNote(_ id: String, _ request: Request) throws -> Answer {
    let type = request.headers.first(name: "Content-Type") ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      return .error(.unsupportedMediaType, "expected application/x-www-form-urlencoded")
    }
    let form = FormDecoder.decode(String(decoding: request.body, as: UTF8.self))
    guard let author = form["author"], let text = form["text"], !text.isEmpty else {
      return .error(.badRequest, "expected the fields 'author' and 'text'")
    }
    let draft = Note(author: author, text: text)
    guard let note = store.access({ shop in Int(id).flatMap { shop.add(draft, to: $0) } }) else {
      return missing(id)
    }
    return try .json(.created, note, headers: ["Location": "/orders/\(id)/notes/\(note.id)"])
  }

  private func order(_ id: String) -> Order? {
    store.access { shop in Int(id).flatMap { shop.orders[$0] } }
  }

  func missing(_ id: String) -> Answer { .error(.notFound, "order \(id) does not exist") }
}
