import ArgumentParser
import ContractVerifier

/// How `verify` starts the provider.
struct ProviderOptions: ParsableArguments {
  @Option(
    help: """
      Start the provider with this command of the shell, and stop it with its children in the end; what it \
      writes goes into the reports.
      """)
  var start: String?

  @Option(
    help: "Wait until this URL answers, whatever it answers. (default: the provider's URL)")
  var waitFor: String?

  @Option(help: "How long the provider may take to start, e.g. 30s.")
  var waitTimeout = DurationOption(.seconds(30))

  @Option(help: "How long the provider may take to end before it is killed, e.g. 5s.")
  var stopTimeout = DurationOption(.seconds(5))

  func validate() throws {
    if let waitFor {
      if start == nil {
        throw ValidationError("--wait-for waits for what --start starts, which is missing")
      }
      if let problem = VerifierConfiguration.problem(with: waitFor) {
        throw ValidationError("--wait-for \(problem)")
      }
    }
    if let start, start.allSatisfy(\.isWhitespace) {
      throw ValidationError("--start: the command is empty")
    }
    if waitTimeout.duration <= .zero {
      throw ValidationError("--wait-timeout: expected more than 0")
    }
  }
}
