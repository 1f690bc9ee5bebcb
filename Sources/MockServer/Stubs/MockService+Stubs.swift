import ContractStore
import FaultModel
import Logging
import MockEngine
import NIOCore
import StubMatching
import StubModel

extension MockService {
  /// Sends the answer of a stub, with its delay and what goes wrong with it.
  func stub(
    _ slot: Int, _ fault: FaultDecision?, _ head: RequestHead, _ bytes: Span<UInt8>,
    body: [UInt8]?, from source: RequestSource
  ) -> Reply {
    guard let stub = engine.stubs.stub(at: slot) else {
      return .send(JSONReply.error(500, "the stub is gone"))
    }
    // Most stubs always answer the same: for them nothing else of the stub is looked at.
    if fault == nil, stub.isStatic, engine.stubs.hasPlainSettings,
      let known = stubResponses[stub.number]
    {
      return .send(known)
    }
    if !stub.webhooks.isEmpty { call(stub, head, bytes, body: body, from: source) }
    if let proxy = stub.answer.proxy, stub.answer.response.fault == nil {
      return self.proxy(proxy, stub, fault, head, bytes, body: body, from: source)
    }
    var rendered: RenderedResponse
    do {
      rendered =
        stub.answer.template == nil
        ? try self.rendered(stub)
        : try self.rendered(
          stub,
          engine.stubRequest
            ?? StubRequest(
              head, bytes, body: body, scheme: engine.options.scheme, from: source.client))
    } catch {
      return failed(stub, "\(error)")
    }
    let replacement = fault?.replacement(now: WallClock.now().components.seconds)
    if let replacement {
      rendered = RenderedResponse(ResponseImage(replacement, adding: extraFields))
    }
    let settings = engine.stubs.settings
    if fault == nil, stub.answer.isPlain(settings) { return .send(rendered) }
    var random = engine.stubs.random()
    let answer = HTTPAnswer(
      Array(rendered.buffer.readableBytesView), headLength: rendered.headLength,
      isHead: RequestHeadParser.equals(bytes, head.method, "head"), closes: !head.keepsAlive)
    // A fault script comes before what the stub itself does with its answer.
    if let fault { return .wire(fault.strike(answer)) }
    do throws(FaultError) {
      return .wire(try stub.answer.steps(answer, settings, &random))
    } catch {
      return failed(stub, "\(error)")
    }
  }

  private func failed(_ stub: CompiledStub, _ reason: String) -> Reply {
    logger.error(
      "a stub could not answer", metadata: ["stub": "\(stub.mapping.title)", "reason": "\(reason)"])
    return .send(
      JSONReply.error(500, "stub '\(stub.mapping.title)': \(reason)").adding(extraFields))
  }

  private func rendered(_ stub: CompiledStub) throws(StoreError) -> RenderedResponse {
    if let image = stub.answer.image {
      if let known = stubResponses[stub.number] { return known }
      let rendered = RenderedResponse(image).adding(extraFields)
      stubResponses[stub.number] = rendered
      return rendered
    }
    guard case .file(let name) = stub.answer.response.body else {
      throw StoreError(.content, "the stub has no body")
    }
    return RenderedResponse(stub.answer.image(body: try file(name))).adding(extraFields)
  }

  /// Renders the templates of an answer.
  private func rendered(
    _ stub: CompiledStub, _ request: StubRequest
  ) throws -> RenderedResponse {
    var random = engine.stubs.random()
    let image = try stub.render(
      request, id: RequestID.text(journal.lastNumber + 1), at: engine.stubs.now, &random
    ) { name throws(StoreError) in try file(name) }
    guard let image else { throw StoreError(.content, "the stub has no templates") }
    return RenderedResponse(image).adding(extraFields)
  }

  private func file(_ name: String) throws(StoreError) -> [UInt8] {
    guard let stubFolder = program.stubFolder else {
      throw StoreError(.missing, "there is no folder of files: name one as a PATH")
    }
    return try StubFiles(besides: stubFolder).read(name)
  }
}
