import ArgumentParser
import ContractVerifier

/// How long `verify` waits for a provider that is eventually consistent.
struct WaitingOptions: ParsableArguments {
  @Option(
    help: """
      Ask an interaction that fails again until it passes, for so long, e.g. 10s. (default: no time; \
      the comment counterpart:retryUntil of a contract goes first)
      """)
  var retryUntil: DurationOption?

  func validate() throws {
    if let retryUntil, retryUntil.duration <= .zero {
      throw ValidationError("--retry-until: expected more than 0")
    }
  }

  /// Says to a verification what is wished.
  func apply(to configuration: inout VerifierConfiguration) {
    configuration.retryLimit = retryUntil?.duration ?? .zero
  }
}
