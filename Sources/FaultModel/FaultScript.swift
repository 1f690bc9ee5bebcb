/// A sequence of faults that befall the requests to one interaction, one after the other.
public struct FaultScript: Sendable, Hashable {
  /// The requests that a script applies to.
  public enum Target: Sendable, Hashable {
    /// The requests that the interaction with this description accepts.
    case interaction(description: String)
    /// The requests with this method (any, if `nil`) and path.
    case request(method: String?, path: String)
    /// The connections over TLS, which are met with the ``FaultStep/tls`` of each step.
    case connections
  }

  /// A name for logs and reports.
  public var name: String
  /// The requests that the script applies to.
  public var target: Target
  /// The steps, in order.
  public var steps: [FaultStep]
  /// How often the steps are gone through, or `nil` for ever.
  public var rounds: Int?
  /// When requests count; outside of it they are answered as contracted.
  public var window: FaultWindow?
  /// The seed of the file, which decides what is left to chance.
  public var seed: UInt64?

  /// Creates a script.
  public init(
    name: String, target: Target, steps: [FaultStep], rounds: Int? = 1, seed: UInt64? = nil,
    window: FaultWindow? = nil
  ) {
    self.name = name
    self.target = target
    self.steps = steps
    self.rounds = rounds
    self.seed = seed
    self.window = window
  }

  /// What happens to the n-th request, or `nil` when it is answered as contracted: a function of the
  /// script, the seed and n, and of nothing else.
  ///
  /// - Parameters:
  ///   - n: the number of the request among those the script applies to, from 0.
  ///   - seed: decides what is left to chance; the script's own seed comes first.
  public func decision(for n: Int, seed: UInt64) -> FaultDecision? {
    guard let strike = strike(for: n, seed: seed), !strike.step.effect.isAsContracted
    else { return nil }
    return FaultDecision(
      strike.step.effect, progress: strike.progress, strike.random, from: strike.origin,
      moment: strike.step.moment)
  }

  /// What happens to the n-th connection over TLS, or `nil` when nothing goes wrong: a function of
  /// the script, the seed and n, and of nothing else.
  ///
  /// - Parameters:
  ///   - n: the number of the connection among those that the script applies to, from 0.
  ///   - seed: decides what is left to chance; the script's own seed comes first.
  public func connectionDecision(for n: Int, seed: UInt64) -> TLSFaultDecision? {
    guard let strike = strike(for: n, seed: seed), let fault = strike.step.tls,
      !fault.isAsContracted
    else { return nil }
    return TLSFaultDecision(fault, from: strike.origin)
  }

  /// A step that strikes.
  private struct Strike {
    let step: FaultStep
    let progress: Double
    let random: SeededGenerator
    let origin: FaultOrigin
  }

  /// The step that stands for the n-th request, if chance lets it strike.
  private func strike(for n: Int, seed: UInt64) -> Strike? {
    guard let (number, place, first) = step(for: n) else { return nil }
    let step = steps[number]
    let seed = self.seed ?? seed
    var random = SeededGenerator(seed: seed, stream: stream, position: UInt64(n))
    let progress = step.repeat > 1 ? Double(place) / Double(step.repeat - 1) : 0
    let chance = random.unit()
    if let count = step.exactly {
      guard isChosen(place, count, of: step.repeat, block: first, seed: seed) else { return nil }
    } else {
      guard chance < step.probability.at(progress) else { return nil }
    }
    return Strike(
      step: step, progress: progress, random: random,
      origin: FaultOrigin(script: name, step: number + 1, request: n + 1, seed: seed))
  }

  /// Keeps scripts apart that share a seed.
  private var stream: String { "\(name) \(target)" }

  /// The number, from 0, of the step that stands for a request, the request's place in it, and the
  /// step's first request.
  private func step(for n: Int) -> (number: Int, place: Int, first: Int)? {
    let length = steps.reduce(0) { $0 + $1.repeat }
    guard n >= 0, length > 0 else { return nil }
    if let rounds, n / length >= rounds { return nil }
    var place = n % length
    for (number, step) in steps.enumerated() {
      if place < step.repeat { return (number, place, n - place) }
      place -= step.repeat
    }
    return nil
  }

  /// Whether a place is among those chosen, so many of all: each set of places is as likely.
  private func isChosen(
    _ place: Int, _ count: Int, of total: Int, block: Int, seed: UInt64
  ) -> Bool {
    var random = SeededGenerator(
      seed: seed, stream: "exactly \(stream)", position: UInt64(block))
    var wanted = count
    for at in 0...place {
      // As many as are wanted, of as many as are left.
      let isChosen = random.unit() * Double(total - at) < Double(wanted)
      if at == place { return isChosen }
      if isChosen { wanted -= 1 }
    }
    return false
  }
}
