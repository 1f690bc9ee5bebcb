import FaultModel
import MockEngine
import NIOCore
import NIOHTTP1

extension MockService {
  /// Passes a request on to the provider, and lets a fault befall what it answers.
  func forward(
    _ decision: FaultDecision?, _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?
  ) -> Reply {
    guard let forwarder else { return .send(JSONReply.error(502, "there is no --forward")) }
    guard !ForwardedRequest.isLoop(head, bytes, via: viaName) else {
      return .send(
        JSONReply.error(508, "--forward \(forwarder.target) leads back to this mock"))
    }
    let isHead = RequestHeadParser.equals(bytes, head.method, "head")
    let closes = !head.keepsAlive
    let number = journal.lastNumber + 1
    let request = ForwardedRequest(head, bytes, body: body, to: forwarder.target, via: viaName)
    let answer = forwarder.forward(request).assumeIsolated()
    guard let decision else {
      return .sendWhenReady(
        answer.map { self.rendered($0, isHead: isHead, number) }.flatMapErrorThrowing { error in
          self.failed(error, forwarder.target, number)
        }.nonisolated())
    }
    return .wireWhenReady(
      answer.map { response in
        let reply = self.strike(
          decision, self.rendered(response, isHead: isHead, number), isHead: isHead, closes: closes)
        self.journal.setStatus(Reply.wire(reply).status ?? 0, of: number)
        return reply
      }.flatMapErrorThrowing { error in
        // Nothing was answered that the fault could befall.
        [.send(Array(self.failed(error, forwarder.target, number).buffer.readableBytesView))]
      }.nonisolated())
  }

  /// The name by which the mock says that it passed a request on.
  var viaName: String { "counterpart-\(baseURL.split(separator: ":").last ?? "0")" }

  private func rendered(
    _ response: ForwardedResponse, isHead: Bool, _ number: Int
  ) -> RenderedResponse {
    journal.setStatus(Int(response.head.status.code), of: number)
    return response.rendered(isHead: isHead)
  }

  private func failed(_ error: any Error, _ target: ForwardTarget, _ number: Int)
    -> RenderedResponse
  {
    let failure = error as? ForwardFailure ?? .broken("\(error)")
    journal.setStatus(failure.status, of: number)
    return JSONReply.error(
      failure.status, "the provider \(target) gave no answer: \(failure.message)")
  }
}
