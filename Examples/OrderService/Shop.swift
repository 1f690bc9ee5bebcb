/// The orders and all that they depend on.
struct Shop: Sendable {
  private(set) var orders: [Int: Order] = [:]
  /// The articles on sale, with their prices in cents.
  var prices = ["A-1": 1995, "B-2": 550]
  private var notes: [Int: [Note]] = [:]

  /// What the service starts with: the orders 41 to 43.
  static var sample: Shop {
    var shop = Shop()
    for id in 41...42 { shop.put(.sample(id)) }
    shop.put(.sample(43, status: .pending))
    return shop
  }

  mutating func put(_ order: Order) { orders[order.id] = order }

  mutating func remove(where condition: (Order) -> Bool) {
    orders = orders.filter { !condition($0.value) }
  }

  /// One page of the orders with a status, by number, and how many there are in all.
  func page(_ number: Int, size: Int, status: Order.Status?) -> (orders: [Order], total: Int) {
    let all = orders.values
      .filter { status == nil || $0.status == status }
      .sorted { $0.id < $1.id }
    return (Array(all.dropFirst((number - 1) * size).prefix(size)), all.count)
  }

  mutating func place(_ draft: OrderDraft, at time: String) -> Order {
    let order = Order(
      id: (orders.keys.max() ?? 0) + 1, customer: draft.customer, status: .pending,
      items: draft.items(at: prices), gift: draft.gift ?? false, createdAt: time, version: 1)
    put(order)
    return order
  }

  /// Changes an order if it still has the version that the caller has seen.
  mutating func change(_ id: Int, to draft: OrderDraft, ifMatch tag: String?) -> ChangeOutcome {
    guard var order = orders[id] else { return .missing }
    guard order.status != .cancelled else { return .cancelled }
    guard tag == nil || tag == "*" || tag == order.tag else { return .stale(order) }
    order.customer = draft.customer
    order.items = draft.items(at: prices)
    order.gift = draft.gift ?? order.gift
    order.version += 1
    put(order)
    return .changed(order)
  }

  mutating func cancel(_ id: Int) -> Bool {
    guard let order = orders[id] else { return false }
    if order.status != .cancelled { put(order.cancelled()) }
    return true
  }

  /// Adds a note to an order and returns it with its number.
  mutating func add(_ note: Note, to id: Int) -> Note? {
    guard orders[id] != nil else { return nil }
    var note = note
    note.id = (notes[id]?.count ?? 0) + 1
    notes[id, default: []].append(note)
    return note
  }
}
