/// What happens to one request.
public struct FaultDecision: Sendable, Hashable {
  /// What happens.
  public let effect: HTTPFault
  /// How much of the requests that the step stands for came before, from 0 to 1.
  private let progress: Double
  /// The random numbers of the request.
  private let random: SeededGenerator

  /// Creates a decision.
  package init(_ effect: HTTPFault, progress: Double = 0, _ random: SeededGenerator) {
    self.effect = effect
    self.progress = progress
    self.random = random
  }

  /// The answer that stands in for the contracted one, or `nil`.
  ///
  /// - Parameter now: the seconds since 1970.
  package func replacement(now: Int64) -> FaultResponse? {
    effect.begin(at: progress).replacement(now: now)
  }

  /// What is done with the connection instead of sending the answer; the same at every call.
  package func strike(_ answer: HTTPAnswer) -> [WireStep] {
    var random = random
    return effect.begin(at: progress).strike(answer, &random)
  }
}
