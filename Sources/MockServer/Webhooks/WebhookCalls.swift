import NIOHTTP1
import JSONText
import MockEngine
import NIOCore

/// The requests that followed the answers of stubs, and what became of them; the newest 1,000.
final class WebhookCalls {
  fileprivate enum Event {
    case request(method: String, url: String)
    case response(status: Int)
    case failure(String)
  }

  private var events: [(request: Int, time: Duration, event: Event)] = []
  private let loop: any EventLoop
  private var waiting: [Int: Scheduled<Void>] = [:]
  private var lastID = 0
  private var isOver = false

  private static let limit = 1_000

  init(on loop: any EventLoop) { self.loop = loop }

  /// Makes a request once its time has come.
  ///
  /// - Parameter number: the number of the request whose answer it follows.
  func make(
    _ call: StubWebhookPlan.Call, after number: Int, by forwarders: Forwarders?, at time: Duration
  ) {
    guard !isOver else { return }
    lastID += 1
    let id = lastID
    let bound = NIOLoopBound(self, eventLoop: loop)
    let sender = forwarders.map { NIOLoopBound($0, eventLoop: loop) }
    waiting[id] = loop.scheduleTask(in: TimeAmount(call.delay)) {
      bound.value.waiting[id] = nil
      bound.value.send(call, after: number, by: sender?.value, at: time)
    }
  }

  private func send(
    _ call: StubWebhookPlan.Call, after number: Int, by forwarders: Forwarders?, at time: Duration
  ) {
    let query = call.query.map { "?\($0)" } ?? ""
    note(number, time + call.delay, .request(method: call.method, url: "\(call.target)\(query)"))
    guard let forwarders else {
      return note(number, time + call.delay, .failure("requests may go nowhere"))
    }
    let start = loop.now
    forwarders.forward(ForwardedRequest(call), to: call.target).assumeIsolated().whenComplete {
      result in
      let end = time + call.delay + .nanoseconds((self.loop.now - start).nanoseconds)
      switch result {
      case .success(let response):
        self.note(number, end, .response(status: Int(response.head.status.code)))
      case .failure(let error):
        let failure = error as? ForwardFailure ?? .broken("\(error)")
        self.note(number, end, .failure("\(call.target.origin): \(failure.message)"))
      }
    }
  }

  /// Notes that a request could not even be made.
  func noteFailure(_ message: String, after number: Int, at time: Duration) {
    note(number, time, .failure(message))
  }

  /// Makes no more requests.
  func stop() {
    isOver = true
    for task in waiting.values { task.cancel() }
    waiting = [:]
  }

  private func note(_ number: Int, _ time: Duration, _ event: Event) {
    if events.count == Self.limit { events.removeFirst() }
    events.append((number, time, event))
  }

  /// Writes what followed the answer to a request, as `subEvents` in WireMock's shape.
  func write(of number: Int, to writer: inout JSONWriter) {
    let some = events.filter { $0.request == number }
    guard !some.isEmpty else { return }
    writer.key("subEvents")
    writer.array { writer in
      for (_, time, event) in some {
        writer.object { writer in
          writer.member("type", event.type)
          writer.member("timeOffsetNanos", Int(time / .nanoseconds(1)))
          writer.key("data")
          writer.object { event.write(to: &$0) }
        }
      }
    }
  }
}

extension WebhookCalls.Event {
  fileprivate var type: String {
    switch self {
    case .request: "WEBHOOK_REQUEST"
    case .response: "WEBHOOK_RESPONSE"
    case .failure: "ERROR"
    }
  }

  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .request(let method, let url):
      writer.member("method", method)
      writer.member("absoluteUrl", url)
    case .response(let status): writer.member("status", status)
    case .failure(let message): writer.member("message", message)
    }
  }
}
