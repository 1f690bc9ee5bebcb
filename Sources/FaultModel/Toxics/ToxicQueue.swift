/// What waits for its time, in the order in which it leaves.
struct ToxicQueue: Sendable {
  /// Something that waits.
  struct Waiting: Sendable {
    /// What leaves, and when.
    var item: ToxicItem
    /// When it came.
    let arrival: ToxicTime
  }

  private var items: [Waiting] = []
  private var head = 0
  /// The number of bytes that wait.
  private(set) var bytes = 0

  /// What leaves next.
  var first: ToxicItem? { head < items.count ? items[head].item : nil }

  /// Whether nothing waits.
  var isEmpty: Bool { head == items.count }

  /// Everything that waits, in order.
  var all: ArraySlice<Waiting> { items[head...] }

  /// Appends an item, which leaves no earlier than those before it.
  ///
  /// - Parameter arrival: when it came; when it leaves, unless given.
  mutating func append(_ item: ToxicItem, arrival: ToxicTime? = nil) {
    var waiting = Waiting(item: item, arrival: arrival ?? item.time)
    if let last = items.last { waiting.item.time = max(item.time, last.item.time) }
    items.append(waiting)
    bytes += item.bytes
  }

  /// Takes the first item out.
  mutating func removeFirst() {
    guard head < items.count else { return }
    bytes -= items[head].item.bytes
    head += 1
    if head == items.count {
      items.removeAll(keepingCapacity: head < 1_024)
      head = 0
    } else if head > 1_024, head * 2 > items.count {
      items.removeFirst(head)
      head = 0
    }
  }
}
