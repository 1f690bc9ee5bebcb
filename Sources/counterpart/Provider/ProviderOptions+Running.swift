import ArgumentParser
import ContractModel
import ContractVerifier
import Dispatch
import HTTPExchange
import ProcessControl

extension ProviderOptions {
  /// Verifies while the provider runs, which is started and stopped where that is wished.
  ///
  /// - Parameters:
  ///   - configuration: how the provider is connected to.
  ///   - secrets: what must not be told.
  ///   - verify: the verification; it also runs, and skips everything, when a signal came meanwhile.
  func whileRunning(
    _ configuration: VerifierConfiguration, _ secrets: SecretLog, _ interruption: Interruption,
    _ verify: () async throws -> VerificationOutcome
  ) async throws -> VerificationOutcome {
    guard let start else { return try await verify() }
    let url = waitFor ?? configuration.providerURL
    let client = configuration.client
    let wasThere = try await Self.block { answers(url, client) }
    let provider: StartedProvider
    do throws(ProcessFailure) {
      provider = try StartedProvider(start, stopTimeout: stopTimeout.duration)
    } catch {
      Terminal.log("error: --start: \(error)")
      throw ExitCode.unreachable
    }
    interruption.beforeExit { provider.kill() }
    do {
      let timeout = waitTimeout.duration
      let problem = try await Self.block {
        try provider.problem(waitingFor: url, client, timeout: timeout) {
          interruption.exitCode != nil
        }
      }
      if let problem {
        Terminal.log("error: \(secrets.redactor.redact(problem))")
        throw ExitCode.unreachable
      }
      var outcome = try await verify()
      if wasThere {
        outcome.result.warnings.append(
          "\(HTTPAddress.withoutCredentials(url)) answered before the provider was started: "
            + "does another one run there?")
      }
      if let warning = provider.warning { outcome.result.warnings.append(warning) }
      outcome.result.providerOutput = try await Self.block { provider.stop() }
      return outcome
    } catch {
      _ = try await Self.block { provider.stop() }
      throw error
    }
  }

  /// Whether anybody answers already.
  private func answers(_ url: String, _ configuration: HTTPClientConfiguration) -> Bool {
    guard let client = try? HTTPClient(configuration: configuration) else { return false }
    let request = HTTPExchangeRequest(url: url, timeout: .seconds(1))
    if case .success = client.perform(request) { return true }
    return false
  }

  /// Waits for work on a thread of its own: tasks share few threads, and signals have to be noticed
  /// meanwhile.
  private static func block<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
  }
}
