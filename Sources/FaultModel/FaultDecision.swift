/// What happens to one request.
public struct FaultDecision: Sendable, Hashable {
  /// What happens.
  public let effect: HTTPFault
  /// How much of the requests that the step stands for came before, from 0 to 1.
  private let progress: Double
  /// The random numbers of the request.
  private let random: SeededGenerator
  /// What decided.
  package let origin: FaultOrigin
  /// On which side of what the provider does it strikes, when the request is forwarded to one.
  package let moment: FaultMoment

  /// Creates a decision.
  package init(
    _ effect: HTTPFault, progress: Double = 0, _ random: SeededGenerator,
    from origin: FaultOrigin = FaultOrigin(request: 1, seed: 0), moment: FaultMoment? = nil
  ) {
    self.moment = moment ?? (effect.needsAnswer ? .after : .before)
    self.effect = effect
    self.progress = progress
    self.random = random
    self.origin = origin
  }

  /// What the fault was told; of a ramp the number that it has reached.
  package var members: FaultMembers { effect.members.at(progress) }

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
