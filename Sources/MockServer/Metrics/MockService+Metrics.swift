import CoreMetrics
import FaultModel
import Logging
import MockEngine
import NIOCore

extension MockService {
  /// Counts a request by what became of it, and logs it where that is wanted.
  ///
  /// - Parameter status: the status of the answer as far as it is known by now.
  func count(_ answer: JournalAnswer, _ reply: Reply, status: Int?, _ fault: FiredFault?) {
    let outcome = RequestOutcome(answer, isFaulty: fault != nil)
    if let fault { metrics.count(fault: fault.type) }
    switch reply {
    case .send, .wire: metrics.count(outcome, status: status ?? 0)
    case .sendWhenReady(let response): count(outcome, when: response) { $0.status }
    case .wireWhenReady(let steps): count(outcome, when: steps) { Reply.wire($0).status ?? 0 }
    }
  }

  /// Counts a call of the admin API.
  func count(admin reply: Reply) {
    switch reply {
    case .send, .wire: metrics.count(.admin, status: reply.status ?? 0)
    case .sendWhenReady(let response): count(.admin, when: response) { $0.status }
    case .wireWhenReady(let steps): count(.admin, when: steps) { Reply.wire($0).status ?? 0 }
    }
  }

  /// Counts a request whose answer comes later.
  private func count<Answer: Sendable>(
    _ outcome: RequestOutcome, when answer: EventLoopFuture<Answer>,
    _ status: @escaping @Sendable (Answer) -> Int
  ) {
    let service = NIOLoopBound(self, eventLoop: loop)
    let begin = loop.now
    answer.hop(to: loop).whenComplete { result in
      let service = service.value
      if outcome == .forwarded {
        service.metrics.forwardTime.recordNanoseconds((service.loop.now - begin).nanoseconds)
      }
      switch result {
      case .success(let answer): service.metrics.count(outcome, status: status(answer))
      case .failure(let error):
        service.metrics.count(outcome, status: 500)
        service.logger.error("a request got no answer", metadata: ["error": "\(error)"])
      }
    }
  }

  /// Takes over into the metrics what is counted in other places.
  func refreshMetrics() {
    metrics.refresh(sessions?.base ?? self, sessions?.services ?? [])
  }

  /// Where metrics go elsewhere nobody asks for them: what is counted in other places is told in
  /// regular intervals.
  func beginPublishing() {
    guard metrics.text == nil else { return }
    publishing = loop.scheduleRepeatedTask(initialDelay: .zero, delay: .seconds(5)) {
      [service = NIOLoopBound(WeakService(self), eventLoop: loop)] task in
      guard let service = service.value.service else { return task.cancel() }
      service.refreshMetrics()
    }
  }
}

/// A mock that may be gone.
private struct WeakService {
  weak var service: MockService?

  init(_ service: MockService) { self.service = service }
}
