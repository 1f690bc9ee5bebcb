extension FaultStep {
  /// The request is answered as the contract says.
  public static let asContracted: FaultStep = FaultStep(.asContracted)

  /// The request is answered with another status, without a body.
  ///
  /// - Parameters:
  ///   - status: 200 to 599.
  ///   - retryAfter: in how many seconds the answer says to try again, in the field `Retry-After`.
  public static func status(_ status: Int, retryAfter: Int? = nil) -> FaultStep {
    FaultStep(.status(status, retryAfter: retryAfter))
  }

  /// The request is answered as the contract says, but late: by `latency` ± `jitter`.
  public static func latency(_ latency: Duration, jitter: Duration = .zero) -> FaultStep {
    FaultStep(.latency(latency, jitter: jitter))
  }

  /// A fault befalls the answer.
  public static func fault(_ fault: HTTPFault) -> FaultStep { FaultStep(fault) }

  /// The same for several requests in a row.
  ///
  /// - Parameter count: how many requests, at least 1.
  public func times(_ count: Int) -> FaultStep {
    var step = self
    step.repeat = count
    return step
  }

  /// The same, but only with this probability: otherwise the answer is as the contract says.
  ///
  /// - Parameter probability: 0 to 1; the seed of the mock decides.
  public func withProbability(_ probability: Double) -> FaultStep {
    var step = self
    step.probability = FaultRamp(probability)
    return step
  }

  /// What is wrong with the step, or `nil`.
  var problem: String? {
    if `repeat` < 1 { return "\(effect): 'times' is \(`repeat`), expected at least 1" }
    if !(0...1).contains(probability.from) {
      return "\(effect): the probability is \(probability.from), expected 0 to 1"
    }
    return effect.problem
  }
}
