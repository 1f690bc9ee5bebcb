/// A sequence of faults that befall the requests to one interaction, one after the other.
public struct FaultScript: Sendable, Hashable {
  /// The requests that a script applies to.
  public enum Target: Sendable, Hashable {
    /// The requests that the interaction with this description accepts.
    case interaction(description: String)
    /// The requests with this method (any, if `nil`) and path.
    case request(method: String?, path: String)
  }

  /// A name for logs and reports.
  public var name: String
  /// The requests that the script applies to.
  public var target: Target
  /// The steps, in order.
  public var steps: [FaultStep]
  /// How often the steps are gone through, or `nil` for ever.
  public var rounds: Int?
  /// The seed of the file, which decides what is left to chance.
  public var seed: UInt64?

  /// Creates a script.
  public init(
    name: String, target: Target, steps: [FaultStep], rounds: Int? = 1, seed: UInt64? = nil
  ) {
    self.name = name
    self.target = target
    self.steps = steps
    self.rounds = rounds
    self.seed = seed
  }

  /// What happens to a request.
  public struct Decision: Sendable, Hashable {
    /// What happens.
    public var effect: FaultStep.Effect
    /// How late the answer is.
    public var delay: Duration
  }

  /// What happens to the n-th request: a function of the script, the seed and n, and of nothing else.
  ///
  /// - Parameters:
  ///   - n: the number of the request among those the script applies to, from 0.
  ///   - seed: decides what is left to chance; the script's own seed comes first.
  public func decision(for n: Int, seed: UInt64) -> Decision {
    guard let step = step(for: n) else { return .asContracted }
    var random = SeededGenerator(
      seed: self.seed ?? seed, stream: "\(name) \(target)", position: UInt64(n))
    guard random.unit() < step.probability else { return .asContracted }
    if case .latency(let latency, let jitter) = step.effect {
      let shift = jitter * (random.unit() * 2 - 1)
      return Decision(effect: step.effect, delay: max(.zero, latency + shift))
    }
    return Decision(effect: step.effect, delay: .zero)
  }

  private func step(for n: Int) -> FaultStep? {
    let length = steps.reduce(0) { $0 + $1.repeat }
    guard n >= 0, length > 0 else { return nil }
    if let rounds, n / length >= rounds { return nil }
    var position = n % length
    for step in steps {
      if position < step.repeat { return step }
      position -= step.repeat
    }
    return nil
  }
}

extension FaultScript.Decision {
  /// The answer of the contract, at once.
  public static let asContracted: Self = Self(effect: .asContracted, delay: .zero)
}
