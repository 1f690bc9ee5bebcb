import Foundation
import NIOHTTP1

/// Brings the service into the state that an interaction is given; not for production.
struct StateRoutes: Sendable {
  let store: OrderStore

  func answer(_ request: Request) throws -> Answer {
    let change: StateChange
    do {
      change = try JSONDecoder().decode(StateChange.self, from: Data(request.body))
    } catch {
      return .error(.badRequest, "expected JSON with 'state', 'params' and 'action': \(error)")
    }
    let state = change.state ?? ""
    guard let provider = ProviderState(state, change.params ?? StateChange.Parameters()) else {
      return .error(
        .notFound, "order-service has no provider state '\(state)' with such parameters")
    }
    store.access { shop in
      if change.action == "teardown" {
        shop = .sample
      } else {
        provider.setUp(&shop)
      }
    }
    return try .json(.ok, provider.values)
  }
}
