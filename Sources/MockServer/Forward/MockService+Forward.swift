import StubModel
import ContractFiles
import ContractModel
import FaultModel
import Logging
import MockEngine
import NIOCore
import NIOHTTP1
import StubMatching

extension MockService {
  /// Passes a request on to the provider, and lets a fault befall what it answers.
  func forward(
    _ decision: FaultDecision?, _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?
  ) -> Reply {
    guard let target = surroundings.target else {
      return .send(JSONReply.error(502, "there is no --forward"))
    }
    guard !ForwardedRequest.isLoop(head, bytes, via: viaName) else {
      return .send(JSONReply.error(508, "--forward \(target) leads back to this mock"))
    }
    let number = journal.lastNumber + 1
    let request = ForwardedRequest(
      head, bytes, body: body, to: target, via: viaName, plain: keepsExchanges)
    let answer = exchange(request, with: target, number, head, bytes, body: body)
    let shape = AnswerShape(head, bytes)
    guard let decision else {
      return .sendWhenReady(
        answer.assumeIsolated().map { self.rendered($0, target, number, shape) }.nonisolated())
    }
    return .wireWhenReady(
      answer.assumeIsolated().map { outcome in
        let rendered = self.rendered(outcome, target, number, shape)
        // Without an answer there is nothing that the fault could befall.
        guard case .success = outcome else { return [.send(rendered.bytes)] }
        let reply = self.strike(
          decision, rendered, isHead: shape.isHead, closes: shape.closes)
        self.journal.setStatus(Reply.wire(reply).status ?? 0, of: number)
        return reply
      }.nonisolated())
  }

  /// Passes a request on to where a stub sends it.
  func proxy(
    _ proxy: StubProxyPlan, _ stub: CompiledStub, _ decision: FaultDecision?, _ head: RequestHead,
    _ bytes: Span<UInt8>, body: [UInt8]?, from source: RequestSource
  ) -> Reply {
    let number = journal.lastNumber + 1
    var random = engine.stubs.random()
    let target: ForwardTarget
    do {
      let context = stub.context(
        StubRequest(head, bytes, body: body, scheme: engine.options.scheme, from: source.client),
        id: RequestID.text(number), at: engine.stubs.now)
      target = try proxy.target(context, &random)
    } catch {
      return .send(JSONReply.error(502, "stub '\(stub.mapping.title)': \(error)"))
    }
    guard !ForwardedRequest.isLoop(head, bytes, via: viaName) else {
      return .send(
        JSONReply.error(508, "stub '\(stub.mapping.title)': \(target) leads back to this mock"))
    }
    let request = ForwardedRequest(
      head, bytes, body: body, to: target, via: viaName, changing: proxy.proxy,
      plain: keepsExchanges)
    let answer = exchange(request, with: target, number, head, bytes, body: body)
    let shape = AnswerShape(head, bytes)
    let settings = engine.stubs.settings
    if decision == nil, stub.answer.isPlain(settings) {
      return .sendWhenReady(
        answer.assumeIsolated().map { self.rendered($0, target, number, shape, stub.answer.fields) }
          .nonisolated())
    }
    return .wireWhenReady(
      answer.assumeIsolated().map { outcome in
        let rendered = self.rendered(outcome, target, number, shape, stub.answer.fields)
        guard case .success = outcome else { return [.send(rendered.bytes)] }
        if let decision {
          let steps = self.strike(
            decision, rendered, isHead: shape.isHead, closes: shape.closes)
          self.journal.setStatus(Reply.wire(steps).status ?? 0, of: number)
          return steps
        }
        let whole = HTTPAnswer(
          rendered.bytes, headLength: rendered.headLength, isHead: shape.isHead,
          closes: shape.closes)
        return (try? stub.answer.steps(whole, settings, &random)) ?? [.send(rendered.bytes)]
      }.nonisolated())
  }

  /// The name by which the mock says that it passed a request on.
  var viaName: String { "counterpart-\(baseURL.split(separator: ":").last ?? "0")" }

  /// Whether answers of services are kept, so that they must not be compressed.
  private var keepsExchanges: Bool { (recording?.isOn ?? false) || surroundings.isRecorder }

  /// Makes a request, and keeps what was exchanged.
  ///
  /// - Returns: the answer or a ``ForwardFailure``; it does not fail.
  private func exchange(
    _ request: ForwardedRequest, with target: ForwardTarget, _ number: Int, _ head: RequestHead,
    _ bytes: Span<UInt8>, body: [UInt8]?
  ) -> EventLoopFuture<Result<ForwardedResponse, ForwardFailure>> {
    guard let forwarders = surroundings.forwarders else {
      return loop.makeSucceededFuture(.failure(.unreachable("requests may go nowhere")))
    }
    var exchange = ProxiedExchange(
      number: number, method: RequestBuilder.text(bytes, head.method),
      target: RequestBuilder.text(bytes, head.path)
        + (head.query.count == 0 ? "" : "?" + RequestBuilder.text(bytes, head.query)),
      requestHeaders: head.lines.map { line in
        Field(RequestBuilder.text(bytes, line.name), [RequestBuilder.text(bytes, line.value)])
      }, requestBody: body ?? [])
    let begin = loop.now
    return forwarders.forward(request, to: target).assumeIsolated().map { response in
      exchange.take(response, after: .nanoseconds((self.loop.now - begin).nanoseconds))
      self.exchanges.add(exchange)
      return Result<ForwardedResponse, ForwardFailure>.success(response)
    }.flatMapErrorThrowing { error in
      .failure(error as? ForwardFailure ?? .broken("\(error)"))
    }.nonisolated()
  }

  /// The answer that the client gets, whose status the journal gets to know.
  private func rendered(
    _ outcome: Result<ForwardedResponse, ForwardFailure>, _ target: ForwardTarget, _ number: Int,
    _ shape: AnswerShape, _ fields: [(String, String)] = []
  ) -> RenderedResponse {
    switch outcome {
    case .success(let response):
      journal.setStatus(Int(response.head.status.code), of: number)
      return response.rendered(isHead: shape.isHead, adding: fields).adding(extraFields)
    case .failure(let failure):
      journal.setStatus(failure.status, of: number)
      logger.warning(
        "a request could not be forwarded",
        metadata: [
          "number": "\(number)", "target": "\(target)", "status": "\(failure.status)",
          "reason": "\(failure.message)",
        ])
      return JSONReply.error(
        failure.status, "the provider \(target) gave no answer: \(failure.message)"
      ).adding(extraFields)
    }
  }
}

/// What of a request decides about the form of its answer.
private struct AnswerShape {
  let isHead: Bool
  let closes: Bool

  init(_ head: RequestHead, _ bytes: Span<UInt8>) {
    isHead = RequestHeadParser.equals(bytes, head.method, "head")
    closes = !head.keepsAlive
  }
}

extension RenderedResponse {
  fileprivate var bytes: [UInt8] { Array(buffer.readableBytesView) }
}

extension ProxiedExchange {
  fileprivate mutating func take(_ response: ForwardedResponse, after latency: Duration) {
    status = Int(response.head.status.code)
    responseHeaders = response.head.headers.map { Field($0.name, [$0.value]) }
    responseBody = response.body
    self.latency = latency
  }
}
