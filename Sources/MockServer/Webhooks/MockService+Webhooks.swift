import StubModel
import MockEngine
import StubMatching

extension MockService {
  /// Makes the requests that follow the answer of a stub.
  func call(
    _ stub: CompiledStub, _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?,
    from source: RequestSource
  ) {
    let number = journal.lastNumber + 1
    let context = stub.context(
      StubRequest(head, bytes, body: body, scheme: engine.options.scheme, from: source.client),
      id: RequestID.text(number), at: engine.stubs.now)
    for webhook in stub.webhooks {
      var random = engine.stubs.random()
      do {
        var call = try webhook.call(context, &random)
        call.delay += .milliseconds(lateness(of: stub))
        webhooks.make(call, after: number, by: surroundings.forwarders, at: time)
      } catch {
        webhooks.noteFailure("\(error)", after: number, at: time)
      }
    }
  }

  /// How late the answer of a stub is at least, so that what follows it does not overtake it.
  private func lateness(of stub: CompiledStub) -> Int {
    let response = stub.answer.response
    return (response.delay.fixed ?? engine.stubs.settings.delay.fixed ?? 0)
      + (response.dribble?.milliseconds ?? 0)
  }
}
