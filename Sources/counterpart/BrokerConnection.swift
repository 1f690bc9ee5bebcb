import ArgumentParser
import ContractStore
import PactBroker

/// How a command talks to a Pact Broker: on a thread of its own, telling what goes wrong.
struct BrokerConnection {
  private let options: BrokerAccessOptions
  private let access: BrokerAccess
  private let interruption: Interruption

  /// - Parameters:
  ///   - options: where the broker is, and who asks it.
  ///   - pacts: the addresses of single pacts that are asked for as well.
  ///   - interruption: ends a conversation.
  /// - Throws: an exit code after telling why, when a file is missing.
  init(
    _ options: BrokerAccessOptions, pacts: [BrokerAddress] = [], _ interruption: Interruption
  ) throws {
    self.options = options
    self.interruption = interruption
    access = BrokerAccess(try options.credentials(), broker: try options.broker, pacts: pacts)
    if let file = options.brokerCAFile, FileSystem.kind(of: file) != .file {
      Terminal.log("error: there is no file '\(file)'")
      throw ExitCode.missingFile
    }
  }

  /// Holds conversations on a thread of its own.
  ///
  /// - Throws: an exit code after telling why.
  func ask<Output: Sendable>(
    _ talk: @escaping @Sendable (BrokerClient) throws(BrokerError) -> Output
  ) async throws -> Output {
    let result: Result<Output, BrokerError> = await OwnThread.run {
      Result { () throws(BrokerError) in try talk(try client()) }
    }
    do {
      return try result.get()
    } catch {
      if let code = interruption.exitCode {
        Terminal.log("error: interrupted while the broker was asked")
        throw ExitCode(code)
      }
      Terminal.log("error: \(error)")
      throw ExitCode.unreachable
    }
  }

  private func client() throws(BrokerError) -> BrokerClient {
    try BrokerClient(
      access, policy: RetryPolicy(retries: options.brokerRetries), caFile: options.brokerCAFile,
      pause: { OwnThread.pause($0) { interruption.exitCode != nil } },
      log: { Terminal.log("broker: \($0)") }, shouldStop: { interruption.exitCode != nil })
  }
}
