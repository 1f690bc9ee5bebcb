/// The toxics of one direction of one connection: what comes in goes out again later, or never.
///
/// A chain is a pure state machine. It is told what came and what time it is, and says what is to be
/// done now and when to ask again. Data, the end of the stream, and a close or reset all go through
/// one queue in order. Bytes are only counted: they are those that came first of all that came.
package struct ToxicChain: Sendable {
  private let seed: UInt64
  private let connection: UInt64
  private let stream: ToxicStream
  private var stages: [ToxicStage] = []
  private var queue = ToxicQueue()
  /// How and when a toxic ends the connection by itself: the first to do so.
  private var ending: ToxicItem?
  private var isOver = false

  /// Creates the chain of a new connection.
  ///
  /// - Parameters:
  ///   - toxics: the toxics of the proxy, of which those for the stream are used.
  ///   - stream: the direction.
  ///   - seed: decides which connections a toxic befalls, and the toxics' random numbers.
  ///   - connection: the number of the connection, counted from 0.
  ///   - now: the time.
  package init(
    _ toxics: [Toxic], stream: ToxicStream, seed: UInt64, connection: UInt64, at now: ToxicTime
  ) {
    self.seed = seed
    self.connection = connection
    self.stream = stream
    update(toxics, at: now)
  }

  /// Whether a toxic refuses the connection that has a number, so that there is nothing to pass on.
  package static func refuses(_ toxics: [Toxic], seed: UInt64, connection: UInt64) -> Bool {
    toxics.contains {
      $0.refusesConnections && ToxicStage.applies($0, seed: seed, connection: connection)
    }
  }

  /// The number of bytes that came and wait for their time.
  package var waitingBytes: Int { queue.bytes }

  /// Whether data goes through at once.
  package var isIdle: Bool { stages.isEmpty && queue.isEmpty && !isOver }

  /// When there is something to do next, or `nil`.
  package var nextTime: ToxicTime? {
    guard !isOver else { return nil }
    guard let first = queue.first?.time else { return ending?.time }
    return min(first, ending?.time ?? first)
  }

  /// Takes bytes that came.
  package mutating func receive(bytes: Int, at now: ToxicTime) {
    guard bytes > 0 else { return }
    pass(ToxicItem(event: .data(bytes), time: now))
  }

  /// Takes the end of the stream.
  package mutating func receiveEnd(at now: ToxicTime) {
    pass(ToxicItem(event: .end, time: now))
  }

  /// Changes the toxics; those that stay as they are go on undisturbed.
  ///
  /// When one that was at work is changed or removed, the data that waits leaves now.
  package mutating func update(_ toxics: [Toxic], at now: ToxicTime) {
    let wanted = toxics.filter {
      $0.stream == stream && ToxicStage.applies($0, seed: seed, connection: connection)
    }
    let kept = stages.filter { wanted.contains($0.toxic) }
    if kept.count < stages.count { queue.release(at: now) }
    let names = Set(wanted.map(\.name))
    if stages.contains(where: { $0.toxic.closesWhenRemoved && !names.contains($0.toxic.name) }) {
      queue.append(ToxicItem(event: .close, time: now))
    }
    stages = wanted.map { toxic in
      kept.first { $0.toxic == toxic }
        ?? ToxicStage(toxic, seed: seed, connection: connection, at: now)
    }
    ending = stages.compactMap(\.ending).min { $0.time < $1.time }
  }

  /// What is to be done now, or `nil`; to be asked until it is `nil`.
  package mutating func next(at now: ToxicTime) -> ToxicItem.Event? {
    guard !isOver else { return nil }
    if let ending, ending.time <= now, queue.first.map({ $0.time > ending.time }) ?? true {
      isOver = true
      return ending.event
    }
    guard let first = queue.first, first.time <= now else { return nil }
    queue.removeFirst()
    switch first.event {
    case .data(let count): return .data(count + takeMoreData(at: now))
    case .close, .reset: isOver = true
    case .discarded, .end: break
    }
    return first.event
  }

  /// The bytes that may leave together with those before.
  private mutating func takeMoreData(at now: ToxicTime) -> Int {
    let limit = ending?.time
    var count = 0
    while let item = queue.first, item.time <= now, case .data(let more) = item.event {
      if let limit, item.time > limit { break }
      count += more
      queue.removeFirst()
    }
    return count
  }

  private mutating func pass(_ item: ToxicItem) {
    guard !isOver else { return }
    var items = [item]
    for index in stages.indices { items = stages[index].take(items) }
    for item in items { queue.append(item) }
  }
}
