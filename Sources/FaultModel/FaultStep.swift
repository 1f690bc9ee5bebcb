/// What happens to one request of a fault script.
public struct FaultStep: Sendable, Hashable {
  /// What happens instead of, or before, the contracted answer.
  public enum Effect: Sendable, Hashable {
    /// The answer of the contract.
    case asContracted
    /// Another answer.
    case status(FaultResponse)
    /// The answer of the contract, late: by `latency` ± `jitter`, never less than nothing.
    case latency(Duration, jitter: Duration)
    /// The connection is reset before a byte of the answer.
    case resetPeer
    /// The connection is closed before a byte of the answer.
    case emptyReply
    /// The head of the contracted answer with its true Content-Length, this many bytes of its body,
    /// then the end of the connection.
    case cutBody(bytes: Int)
  }

  /// What happens.
  public var effect: Effect
  /// For how many requests in a row the step stands, at least 1.
  public var `repeat`: Int
  /// How likely the effect is, 0 to 1; otherwise the answer is as contracted.
  public var probability: Double

  /// Creates a step.
  public init(_ effect: Effect, repeat: Int = 1, probability: Double = 1) {
    self.effect = effect
    self.repeat = `repeat`
    self.probability = probability
  }
}
