/// The toxics of one direction of one connection: what comes in goes out again later, or never.
///
/// A chain is a pure state machine. It is told what came and what time it is, and says what is to be
/// done now and when to ask again. Data, the end of the stream, and a close or reset all go from toxic
/// to toxic in order, each of which holds what has not yet left it. Bytes are only counted: they are
/// those that came first of all that came.
package struct ToxicChain: Sendable {
  private let seed: UInt64
  private let connection: UInt64
  private let stream: ToxicStream
  private var stages: [ToxicStage] = []
  /// What has left all toxics.
  private var output = ToxicQueue()
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
  package var waitingBytes: Int { stages.reduce(output.bytes) { $0 + $1.queue.bytes } }

  /// Whether data goes through at once.
  package var isIdle: Bool { stages.isEmpty && output.isEmpty && !isOver }

  /// When there is something to do next, or `nil`.
  package var nextTime: ToxicTime? {
    guard !isOver else { return nil }
    var next = output.first?.time
    for stage in stages {
      if let time = stage.queue.first?.time { next = min(time, next ?? time) }
    }
    if let time = ending?.time { next = min(time, next ?? time) }
    return next
  }

  /// Takes bytes that came.
  package mutating func receive(bytes: Int, at now: ToxicTime) {
    guard bytes > 0 else { return }
    enter(ToxicItem(event: .data(bytes), time: now), at: 0)
  }

  /// Takes the end of the stream.
  package mutating func receiveEnd(at now: ToxicTime) {
    enter(ToxicItem(event: .end, time: now), at: 0)
  }

  /// Changes the toxics; those that stay as they are go on undisturbed.
  ///
  /// What a toxic holds goes to the next one now when it is removed, and is delayed anew when it is
  /// changed: never earlier than those that stay let it, and in order.
  package mutating func update(_ toxics: [Toxic], at now: ToxicTime) {
    move(at: now)
    let wanted = toxics.filter {
      $0.stream == stream && ToxicStage.applies($0, seed: seed, connection: connection)
    }
    let names = Set(wanted.map(\.name))
    // From the last to the first: what is further goes before what is behind it.
    let kept = keptNames(of: wanted)
    for index in stages.indices.reversed() where !kept.contains(stages[index].toxic.name) {
      remove(index, closing: !names.contains(stages[index].toxic.name), at: now)
    }
    let before = stages
    stages = wanted.map { toxic in
      guard var stage = before.first(where: { $0.isSame(toxic) }) else {
        return ToxicStage(toxic, seed: seed, connection: connection, at: now)
      }
      stage.change(to: toxic, at: now)
      return stage
    }
    ending = stages.compactMap(\.ending).min { $0.time < $1.time }
  }

  /// The names of those that stay, which are none when their order is another one.
  private func keptNames(of wanted: [Toxic]) -> [String] {
    let kept = wanted.filter { toxic in stages.contains { $0.isSame(toxic) } }.map(\.name)
    let before = stages.map(\.toxic.name).filter(kept.contains)
    return before == kept ? kept : []
  }

  /// Removes a toxic, and passes on what it held.
  private mutating func remove(_ index: Int, closing: Bool, at now: ToxicTime) {
    let stage = stages.remove(at: index)
    for item in stage.released(at: now) { enter(item, at: index) }
    if stage.toxic.closesWhenRemoved, closing {
      enter(ToxicItem(event: .close, time: now), at: index)
    }
  }

  /// What is to be done now, or `nil`; to be asked until it is `nil`.
  package mutating func next(at now: ToxicTime) -> ToxicItem.Event? {
    guard !isOver else { return nil }
    move(at: now)
    if let ending, ending.time <= now, output.first.map({ $0.time > ending.time }) ?? true {
      isOver = true
      return ending.event
    }
    guard let first = output.first, first.time <= now else { return nil }
    output.removeFirst()
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
    while let item = output.first, item.time <= now, case .data(let more) = item.event {
      if let limit, item.time > limit { break }
      count += more
      output.removeFirst()
    }
    return count
  }

  /// Passes on what the toxics let go by now.
  private mutating func move(at now: ToxicTime) {
    for index in stages.indices {
      while let item = stages[index].next(at: now) { enter(item, at: index + 1) }
    }
  }

  /// Passes something to a toxic, or out when there is none.
  private mutating func enter(_ item: ToxicItem, at index: Int) {
    guard !isOver else { return }
    if index < stages.count { stages[index].receive(item) } else { output.append(item) }
  }
}
