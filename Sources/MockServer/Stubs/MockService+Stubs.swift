import ContractStore
import FaultModel
import MockEngine
import NIOCore
import StubModel

extension MockService {
  /// Sends the answer of a stub, with its delay and what goes wrong with it.
  func stub(
    _ slot: Int, _ fault: FaultDecision?, _ head: RequestHead, _ bytes: Span<UInt8>
  ) -> Reply {
    guard let stub = engine.stubs.stub(at: slot) else {
      return .send(JSONReply.error(500, "the stub is gone"))
    }
    var rendered: RenderedResponse
    do throws(StoreError) {
      rendered = try self.rendered(stub)
    } catch {
      return .send(JSONReply.error(500, "stub '\(stub.mapping.title)': \(error)"))
    }
    let replacement = fault?.replacement(now: WallClock.now().components.seconds)
    if let replacement { rendered = RenderedResponse(ResponseImage(replacement)) }
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
      return .send(JSONReply.error(500, "stub '\(stub.mapping.title)': \(error)"))
    }
  }

  private func rendered(_ stub: CompiledStub) throws(StoreError) -> RenderedResponse {
    if let image = stub.answer.image {
      if let known = stubResponses[stub.number] { return known }
      let rendered = RenderedResponse(image)
      stubResponses[stub.number] = rendered
      return rendered
    }
    guard case .file(let name) = stub.answer.response.body, let stubFolder else {
      throw StoreError(.missing, "there is no folder of files: name one as a PATH")
    }
    return RenderedResponse(stub.answer.image(body: try StubFiles(besides: stubFolder).read(name)))
  }
}
