/// What waits for its time, in the order in which it leaves.
struct ToxicQueue: Sendable {
  private var items: [ToxicItem] = []
  private var head = 0
  /// The number of bytes that wait.
  private(set) var bytes = 0

  /// What leaves next.
  var first: ToxicItem? { head < items.count ? items[head] : nil }

  /// Whether nothing waits.
  var isEmpty: Bool { head == items.count }

  /// Appends an item, which leaves no earlier than those before it.
  mutating func append(_ item: ToxicItem) {
    var item = item
    if let last = items.last { item.time = max(item.time, last.time) }
    items.append(item)
    bytes += item.bytes
  }

  /// Takes the first item out.
  mutating func removeFirst() {
    guard head < items.count else { return }
    bytes -= items[head].bytes
    head += 1
    if head == items.count {
      items.removeAll(keepingCapacity: head < 1_024)
      head = 0
    } else if head > 1_024, head * 2 > items.count {
      items.removeFirst(head)
      head = 0
    }
  }

  /// Lets data and the end leave now; closing and resetting keep their times.
  mutating func release(at now: ToxicTime) {
    let waiting = items[head...]
    items = []
    head = 0
    bytes = 0
    for item in waiting {
      var item = item
      switch item.event {
      case .data, .discarded, .end: item.time = min(item.time, now)
      case .close, .reset: break
      }
      append(item)
    }
  }
}
