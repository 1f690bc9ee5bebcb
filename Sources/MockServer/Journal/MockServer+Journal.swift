package import MockEngine
import NIOCore

extension MockServer {
  /// The requests that the mock got, oldest first, as far as they are still there.
  ///
  /// - Parameters:
  ///   - number: only requests behind the one with this number.
  ///   - isWanted: only requests for which this holds.
  package func requests(
    after number: Int = 0,
    where isWanted: @escaping @Sendable (JournalEntry) -> Bool = { _ in true }
  ) async -> JournalExcerpt {
    let service = service
    let excerpt = try? await loop.submit {
      service.value.journal.excerpt(after: number, where: isWanted)
    }.get()
    return excerpt ?? JournalExcerpt()
  }

  /// Waits until so many requests came, at most for a while.
  ///
  /// - Parameters:
  ///   - count: how many requests are waited for.
  ///   - number: only requests behind the one with this number count.
  ///   - limit: how long is waited, on the clock of the mock's event loop; `nil` for ever.
  ///   - isWanted: only requests for which this holds count.
  /// - Returns: the requests that came, oldest first: fewer than `count` when the time ran out, the
  ///   task was cancelled, or the mock was stopped.
  package func requests(
    atLeast count: Int, after number: Int = 0, within limit: Duration? = nil,
    where isWanted: @escaping @Sendable (JournalEntry) -> Bool = { _ in true }
  ) async -> JournalExcerpt {
    let service = service
    let loop = loop
    let waiting = loop.makePromise(of: JournalExcerpt.self)
    let id = try? await loop.submit {
      service.value.waiters.add(
        count, after: number, in: service.value.journal, where: isWanted, waiting)
    }.get()
    guard let id else {
      waiting.succeed(JournalExcerpt())
      return JournalExcerpt()
    }
    let end = { @Sendable in service.value.waiters.end(id, in: service.value.journal) }
    let timer = limit.map { loop.scheduleTask(in: TimeAmount($0)) { end() } }
    let excerpt = await withTaskCancellationHandler {
      try? await waiting.futureResult.get()
    } onCancel: {
      loop.execute { end() }
    }
    timer?.cancel()
    return excerpt ?? JournalExcerpt()
  }

  /// The time since the mock began to listen.
  package func time() async -> Duration {
    let service = service
    return (try? await loop.submit { service.value.time }.get()) ?? .zero
  }

  /// The descriptions of the interactions, by the numbers that the journal has.
  package func descriptions() async -> [String] {
    let service = service
    let all = try? await loop.submit { service.value.names.all }.get()
    return all ?? []
  }

  /// How often the interaction with a description was played; exact, whatever the journal forgot.
  package func plays(of description: String) async -> Int {
    let service = service
    let plays = try? await loop.submit {
      let engine = service.value.engine
      return engine.interactions.indices.reduce(0) { sum, place in
        engine.interactions[place].description == description ? sum + engine.plays[place] : sum
      }
    }.get()
    return plays ?? 0
  }

  /// Forgets the requests of the journal; their numbers go on.
  package func clearJournal() async {
    let service = service
    try? await loop.submit { service.value.journal.clear() }.get()
  }
}
