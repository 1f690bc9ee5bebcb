import ContractModel
import JSONText
import MockEngine
import NIOCore

/// Answers the control API: the admin API of Pact's mock server.
final class ControlService: RequestResponder {
  private let registry: MockRegistry
  private let loop: any EventLoop

  init(_ registry: MockRegistry, loop: any EventLoop) {
    self.registry = registry
    self.loop = loop
  }

  func respond(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, from source: RequestSource
  ) -> Reply {
    let call = ControlCall(
      method: RequestBuilder.text(bytes, head.method), path: RequestBuilder.text(bytes, head.path),
      query: PercentCoding.fields(RequestBuilder.text(bytes, head.query)), body: body ?? [])
    let registry = registry
    return .sendWhenReady(
      loop.makeFutureWithTask {
        do {
          return try await call.answer(registry)
        } catch let refusal as MockRegistry.Refusal {
          return JSONReply.error(refusal.status, refusal.message)
        } catch {
          return JSONReply.error(500, "\(error)")
        }
      })
  }
}
