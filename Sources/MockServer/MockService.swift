import ContractModel
package import FaultModel
package import MockEngine
import NIOCore

/// One mock: an engine and its rendered responses, confined to one event loop.
package final class MockService: RequestResponder {
  package private(set) var engine: MockEngine
  private let responses: [RenderedResponse]
  private let extraFields: [(String, String)]

  /// - Parameter compiler: what is played.
  package init(_ compiler: MockCompiler, faults: [FaultScript], options: MockOptions) {
    let pool = ByteBuffer(bytes: compiler.images.bytes)
    responses = compiler.interactions.compactMap { interaction in
      let place = interaction.image
      return pool.getSlice(at: place.start, length: place.length).map {
        RenderedResponse(buffer: $0, headLength: place.headLength)
      }
    }
    extraFields = compiler.crossOrigin
    engine = MockEngine(compiler.interactions, faults: faults, options: options)
  }

  package func respond(_ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?) -> Reply {
    switch engine.decide(head, bytes, body: body) {
    case .play(let interaction): return .send(responses[interaction])
    case .fault(let decision, let interaction): return fault(decision, interaction)
    case .unmatched(let request): return .send(unmatched(request))
    case .preflight:
      return .send(
        RenderedResponse(ResponseImage(status: 204, fields: extraFields, body: [])))
    }
  }

  private func unmatched(_ request: UnmatchedRequest) -> RenderedResponse {
    let body = UnmatchedAnswer.json(request, engine.interactions)
    return RenderedResponse(
      ResponseImage(status: engine.options.unmatchedStatus, json: body, adding: extraFields))
  }

  private func fault(_ decision: FaultScript.Decision, _ interaction: Int?) -> Reply {
    if case .status(let response) = decision.effect {
      return .send(RenderedResponse(ResponseImage(response, adding: extraFields)))
    }
    switch (decision.effect, interaction) {
    case (.resetPeer, _): return .reset
    case (.emptyReply, _): return .close
    case (.cutBody(let bytes), let interaction?):
      return .cut(responses[interaction], bytes: bytes)
    case (.latency, let interaction?):
      return .sendLate(responses[interaction], after: decision.delay)
    case (_, let interaction?): return .send(responses[interaction])
    case (_, nil): return .close
    }
  }
}
