/// What happens to one request, or to some in a row, of a fault script.
public struct FaultStep: Sendable, Hashable {
  /// What happens instead of, or before, the contracted answer.
  public typealias Effect = HTTPFault

  /// What happens.
  public var effect: HTTPFault
  /// For how many requests in a row the step stands, at least 1.
  public var `repeat`: Int
  /// How likely the effect is, 0 to 1; otherwise the answer is as contracted.
  public var probability: FaultRamp
  /// How many of the requests that the step stands for it befalls exactly, chosen by the seed;
  /// `nil` leaves it to the probability.
  public var exactly: Int?
  /// On which side of what the provider does it strikes, when requests are forwarded to one; `nil`
  /// for before, unless the fault needs an answer that it befalls.
  public var moment: FaultMoment?
  /// What happens to a connection over TLS, in a script for ``FaultScript/Target/connections``.
  public let tls: TLSFault?

  /// Creates a step.
  public init(
    _ effect: HTTPFault, repeat: Int = 1, probability: FaultRamp = 1, exactly: Int? = nil,
    moment: FaultMoment? = nil
  ) {
    self.effect = effect
    self.repeat = `repeat`
    self.probability = probability
    self.exactly = exactly
    self.moment = moment
    tls = nil
  }

  /// Creates a step of a script for connections over TLS.
  public init(
    tls fault: TLSFault, repeat: Int = 1, probability: FaultRamp = 1, exactly: Int? = nil
  ) {
    effect = .asContracted
    tls = fault
    self.repeat = `repeat`
    self.probability = probability
    self.exactly = exactly
  }
}
