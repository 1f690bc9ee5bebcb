/// A toxic at work in one stream, and what it holds.
struct ToxicStage: Sendable {
  private(set) var toxic: Toxic
  /// How and when the toxic ends the connection by itself.
  private(set) var ending: ToxicItem?
  /// What waits until the toxic lets it go.
  private(set) var queue = ToxicQueue()
  private var kind: any ToxicKind
  private var random: SeededGenerator

  init(_ toxic: Toxic, seed: UInt64, connection: UInt64, at now: ToxicTime) {
    self.toxic = toxic
    kind = toxic.begin()
    random = SeededGenerator(
      seed: seed, stream: "toxic values \(toxic.name)", position: connection)
    ending = kind.start(at: now)
  }

  /// Whether a toxic befalls a connection: the draw depends on the seed, the toxic's name and the
  /// number of the connection alone.
  static func applies(_ toxic: Toxic, seed: UInt64, connection: UInt64) -> Bool {
    var draw = SeededGenerator(seed: seed, stream: "toxic \(toxic.name)", position: connection)
    return draw.unit() < toxic.toxicity
  }

  /// Whether a toxic is this one, changed or not.
  func isSame(_ other: Toxic) -> Bool { toxic.name == other.name && toxic.type == other.type }

  /// Takes what leaves the stage before.
  ///
  /// - Parameter now: nothing leaves before.
  mutating func receive(_ item: ToxicItem, notBefore now: ToxicTime? = nil) {
    if case .discarded = item.event { return queue.append(item) }
    var output: [ToxicItem] = []
    kind.take(item, &random, into: &output)
    for var left in output {
      if let now { left.time = max(left.time, now) }
      queue.append(left, arrival: item.time)
    }
  }

  /// What leaves this stage by now, one by one.
  mutating func next(at now: ToxicTime) -> ToxicItem? {
    guard let first = queue.first, first.time <= now else { return nil }
    queue.removeFirst()
    return first
  }

  /// Changes the toxic; what it holds is delayed anew.
  mutating func change(to toxic: Toxic, at now: ToxicTime) {
    let isDisturbed = toxic.attributes != self.toxic.attributes
    self.toxic = toxic
    guard isDisturbed else { return }
    kind = toxic.begin()
    ending = kind.start(at: now)
    let held = queue.all
    queue = ToxicQueue()
    for waiting in held {
      var item = waiting.item
      item.time = toxic.delaysFromArrival ? waiting.arrival : max(waiting.arrival, now)
      receive(item, notBefore: now)
    }
  }

  /// What it holds when it is removed: data and the end leave now, closing and resetting keep their
  /// times.
  func released(at now: ToxicTime) -> [ToxicItem] {
    queue.all.map { waiting in
      var item = waiting.item
      switch item.event {
      case .data, .discarded, .end: item.time = min(item.time, now)
      case .close, .reset: break
      }
      return item
    }
  }
}
