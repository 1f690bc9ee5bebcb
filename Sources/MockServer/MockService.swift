import ContractMatching
import ContractModel
import ContractStore
package import FaultModel
package import MockEngine
import JSONText
import NIOCore

/// One mock: an engine and its rendered responses, confined to one event loop.
package final class MockService: RequestResponder {
  package private(set) var engine: MockEngine
  private let responses: [RenderedResponse]
  /// The responses that are made anew for each request, by interaction.
  private let generators: [Int: ResponseGenerator]
  /// The base URL of the mock, which is known once it listens.
  package var baseURL = ""
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
    var generators: [Int: ResponseGenerator] = [:]
    for (place, interaction) in compiler.interactions.enumerated() {
      generators[place] = interaction.generator
    }
    self.generators = generators
    extraFields = compiler.crossOrigin
    engine = MockEngine(compiler.interactions, faults: faults, options: options)
  }

  package func respond(_ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?) -> Reply {
    switch engine.decide(head, bytes, body: body) {
    case .play(let interaction): return .send(response(interaction))
    case .fault(let decision, let interaction): return fault(decision, interaction)
    case .unmatched(let request): return .send(unmatched(request))
    case .preflight:
      return .send(
        RenderedResponse(ResponseImage(status: 204, fields: extraFields, body: [])))
    }
  }

  private func response(_ interaction: Int) -> RenderedResponse {
    guard !generators.isEmpty, let generator = generators[interaction] else {
      return responses[interaction]
    }
    do throws(GenerationError) {
      return RenderedResponse(
        try generator.render(
          play: engine.plays[interaction], seed: engine.options.seed, now: Moment(WallClock.now()),
          url: baseURL))
    } catch {
      let json = JSONValue.make { writer in
        writer.object { writer in
          writer.member("error", "the response could not be generated: \(error.message)")
          writer.member("interaction", engine.interactions[interaction].description)
        }
      }
      return RenderedResponse(
        ResponseImage(status: 500, json: Array(json.text.utf8), adding: extraFields))
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
      return .cut(response(interaction), bytes: bytes)
    case (.latency, let interaction?):
      return .sendLate(response(interaction), after: decision.delay)
    case (_, let interaction?): return .send(response(interaction))
    case (_, nil): return .close
    }
  }
}
