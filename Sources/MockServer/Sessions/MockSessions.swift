import MockEngine
import NIOCore

/// A mock and its sessions, each a mock of its own; all of it happens on one event loop.
///
/// A session begins with the first request that names it, as a copy of what the mock plays then, and ends
/// when none has named it for a while. What it played counts in the verdict of the mock.
final class MockSessions: RequestResponder {
  private final class Session {
    let service: MockService
    var lastUse: NIODeadline
    let start: NIODeadline

    init(_ service: MockService, at now: NIODeadline) {
      self.service = service
      lastUse = now
      start = now
    }
  }

  /// The mock for requests that name no session.
  let base: MockService
  private let options: SessionOptions
  private var sessions: [String: Session] = [:]
  private var sweep: Scheduled<Void>?
  private var isOver = false
  /// What the sessions did that are over.
  private(set) var tally = SessionTally()

  init(_ base: MockService, _ options: SessionOptions) {
    self.base = base
    self.options = options
    base.sessions = self
  }

  // MARK: - Requests

  func respond(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, from source: RequestSource
  ) -> Reply {
    guard options.limit > 0, let found = SessionName.find(head, bytes) else {
      return base.respond(head, bytes, body: body, from: source)
    }
    do throws(AdminRefusal) {
      switch found {
      case .session(let name):
        return try session(name).respond(head, bytes, body: body, from: source)
      case .prefix(let name, let length):
        let session = try session(name)
        guard let rest = SessionName.without(prefix: length, head, bytes) else {
          throw AdminRefusal(400, "the path behind the session's name cannot be read")
        }
        return session.respond(rest.head, rest.bytes.span, body: body, from: source)
      case .refused(let name):
        throw AdminRefusal(
          400, "'\(name)' cannot name a session: use up to 128 letters, digits, '-', '_', '.', '~'")
      }
    } catch {
      return .send(error.response)
    }
  }

  func withholdsContinue(_ head: RequestHead, _ bytes: Span<UInt8>) -> Bool {
    known(head, bytes) { service, head, bytes in service.withholdsContinue(head, bytes) }
  }

  func stallsBody(
    _ head: RequestHead, _ bytes: Span<UInt8>, from source: RequestSource
  ) -> Bool {
    known(head, bytes) { service, head, bytes in
      service.stallsBody(head, bytes, from: source)
    }
  }

  /// Asks the session of a request, or the mock when there is none yet.
  private func known(
    _ head: RequestHead, _ bytes: Span<UInt8>,
    _ ask: (MockService, RequestHead, Span<UInt8>) -> Bool
  ) -> Bool {
    guard options.limit > 0, let found = SessionName.find(head, bytes) else {
      return ask(base, head, bytes)
    }
    switch found {
    case .session(let name): return ask(sessions[name]?.service ?? base, head, bytes)
    case .prefix(let name, let length):
      guard let rest = SessionName.without(prefix: length, head, bytes) else { return false }
      return ask(sessions[name]?.service ?? base, rest.head, rest.bytes.span)
    case .refused: return false
    }
  }

  // MARK: - Sessions

  /// The names of the sessions, in order.
  var names: [String] { sessions.keys.sorted() }

  /// The mocks of the sessions.
  var services: [MockService] { sessions.values.map(\.service) }

  /// A session that is there.
  func service(_ name: String) -> MockService? { sessions[name]?.service }

  /// For how long no request has named a session.
  func idleTime(_ name: String) -> Duration? {
    sessions[name].map { .nanoseconds((base.loop.now - $0.lastUse).nanoseconds) }
  }

  /// The session of a name, which begins if there is none.
  ///
  /// - Throws: ``AdminRefusal`` when there are too many.
  @discardableResult
  func session(_ name: String) throws(AdminRefusal) -> MockService {
    let now = base.loop.now
    if let known = sessions[name] {
      known.lastUse = now
      return known.service
    }
    guard sessions.count < options.limit, !isOver else {
      throw AdminRefusal(
        503,
        "there are \(sessions.count) sessions already: end some, or allow more with --max-sessions")
    }
    let session = Session(base.makeSession(of: self), at: now)
    sessions[name] = session
    schedule()
    return session.service
  }

  /// Ends a session.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  func end(_ name: String) -> Bool {
    guard let session = sessions.removeValue(forKey: name) else { return false }
    tally.add(session.service)
    session.service.metrics.countEvictions(of: session.service)
    session.service.waiters.endAll(in: session.service.journal)
    session.service.endWaiting()
    return true
  }

  /// Ends all sessions for good.
  func stop() {
    isOver = true
    sweep?.cancel()
    for name in names { end(name) }
  }

  /// What all sessions did, those that are over included.
  var wholeTally: SessionTally {
    services.reduce(into: tally) { $0.add($1) }
  }

  /// Looks again when the first session may expire.
  private func schedule() {
    guard sweep == nil, let oldest = sessions.values.map(\.lastUse).min() else { return }
    let bound = NIOLoopBound(self, eventLoop: base.loop)
    sweep = base.loop.scheduleTask(deadline: oldest + TimeAmount(options.expiry)) {
      bound.value.endIdle()
    }
  }

  private func endIdle() {
    sweep = nil
    let now = base.loop.now
    for (name, session) in sessions where now - session.lastUse >= TimeAmount(options.expiry) {
      end(name)
    }
    schedule()
  }
}
