public import ContractModel

/// Verifies that a provider honours contracts: it makes each interaction's request and compares the
/// answer.
///
/// An interaction whose answer differs has *failed*; one that got no answer, whose provider state could
/// not be set up, or that cannot be used, ended in an *error*. Neither counts for pending ones.
public struct ContractVerifier: Sendable {
  /// Where the provider is, and how it is asked.
  public var configuration: VerifierConfiguration
  /// The provider, for the report.
  public var provider: VerificationResult.Provider
  /// The time that retries go by.
  package var clock: VerificationClock = .system

  /// Creates a verifier.
  public init(
    _ provider: VerificationResult.Provider, configuration: VerifierConfiguration
  ) {
    self.provider = provider
    self.configuration = configuration
  }

  /// Verifies interactions, and waits until all are done.
  ///
  /// - Parameters:
  ///   - items: the interactions, in the order of the report.
  ///   - startedAt: the time of the start, in seconds since 1970.
  ///   - progress: is called as each interaction ends.
  ///   - shouldStop: is asked at least ten times a second; once it says so, what runs is given up and
  ///     the rest is skipped as interrupted.
  /// - Throws: ``VerifierError`` when the configuration cannot be used.
  public func verify(
    _ items: [VerificationItem], startedAt: Double = 0,
    progress: @escaping (InteractionResult) -> Void = { _ in },
    shouldStop: @escaping () -> Bool = { false }
  ) throws(VerifierError) -> VerificationOutcome {
    let run = try VerificationRun(
      items, configuration, clock: clock, progress: progress, shouldStop: shouldStop)
    let start = clock.now()
    run.perform()
    let ledger = run.ledger
    let result = VerificationResult(
      provider: provider, seed: configuration.seed, startedAt: startedAt,
      duration: clock.now() - start,
      results: ledger.finishedResults, warnings: ledger.warnings)
    return VerificationOutcome(
      result: result, uncompiled: ledger.uncompiled, isInterrupted: ledger.isIncomplete)
  }
}
