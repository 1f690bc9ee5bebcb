package import ContractMatching
import ContractModel
import FaultModel

/// A response that has values made anew for each request.
package final class ResponseGenerator: Sendable {
  private let response: HTTPResponse
  private let plan: GeneratorPlan
  private let extra: [(String, String)]
  private let isHead: Bool
  private let name: String

  /// - Parameters:
  ///   - name: the interaction, which keeps its random numbers apart from those of others.
  ///   - extra: header fields that are added, as in ``ResponseImage``.
  init(
    _ plan: GeneratorPlan, _ response: HTTPResponse, name: String, adding extra: [(String, String)],
    isHead: Bool
  ) {
    self.plan = plan
    self.response = response
    self.name = name
    self.extra = extra
    self.isHead = isHead
  }

  /// Renders the response to one request.
  ///
  /// - Parameters:
  ///   - play: the number of the request among those to the interaction; with the same seed and number
  ///     the random values are the same.
  ///   - now: the time of the request.
  ///   - url: the base URL of the mock.
  package func render(
    play: Int, seed: UInt64, now: Moment, url: String
  ) throws(GenerationError) -> ResponseImage {
    let position = UInt64(truncatingIfNeeded: play)
    var context = GenerationContext(
      mode: .consumer, now: now, mockServerURL: url,
      random: SeededGenerator(seed: seed, stream: name, position: position))
    let generated = try plan.generate(response, &context)
    for field in generated.headers
    where !HTTPText.isName(field.name) || !field.values.allSatisfy(HTTPText.isValue) {
      throw GenerationError("the generated header '\(field.name)' cannot be sent over HTTP")
    }
    guard (200...599).contains(generated.status) else {
      throw GenerationError("the generated status \(generated.status) cannot be sent over HTTP")
    }
    return ResponseImage(generated, adding: extra, isHead: isHead)
  }
}
