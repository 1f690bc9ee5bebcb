import Synchronization

/// The one copy of the shop's state, which all connections share.
final class OrderStore: Sendable {
  private let shop = Mutex(Shop.sample)

  /// Reads or changes the state; no one else sees it half changed.
  func access<Result: Sendable>(_ body: (inout Shop) -> sending Result) -> Result {
    shop.withLock { shop in body(&shop) }
  }
}
