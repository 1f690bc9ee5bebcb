import NIOHTTP1

/// Finds what answers a request.
struct Router: Sendable {
  private let store: OrderStore
  private let orders: OrderRoutes
  private let states: StateRoutes
  private let messages: MessageRoutes

  init(store: OrderStore, hasBug: Bool) {
    self.store = store
    orders = OrderRoutes(store: store, hasBug: hasBug)
    states = StateRoutes(store: store)
    messages = MessageRoutes(store: store)
  }

  func answer(_ request: Request) -> Answer {
    do {
      switch (request.method, request.path) {
      case (.GET, ["health"]):
        let count = store.access { $0.orders.count }
        return try .json(.ok, Health(status: "up", draining: false, orders: count))
      case (.POST, ["_states"]): return try states.answer(request)
      // Pact's own verifier asks for messages at the root.
      case (.POST, ["_messages"]), (.POST, []): return try messages.answer(request)
      case (_, let path) where path.first == "orders": return try orders.answer(request)
      default: return .notFound(request)
      }
    } catch {
      return .error(.internalServerError, "\(error)")
    }
  }
}
