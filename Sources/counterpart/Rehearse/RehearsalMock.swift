import ArgumentParser
import ContractModel
import FaultModel
import MockEngine
import MockServer

/// The mock that a client is rehearsed with, and what reached it.
struct RehearsalMock {
  let server: MockServer
  private let contracts: [Contract]

  /// Starts a mock on a free port.
  ///
  /// - Throws: an exit code after telling why.
  init(_ contracts: [Contract], _ faults: [FaultScript], seed: UInt64) async throws {
    self.contracts = contracts
    do throws(MockServerError) {
      server = try await MockServer.start(
        playing: contracts, faults: faults, options: MockOptions(seed: seed))
    } catch {
      Terminal.log("error: \(error)")
      throw ExitCode(error)
    }
  }

  /// Every request that reached the mock, in the order in which they came.
  func attempts() async -> [RehearsalAttempt] {
    await server.attempts(at: contracts.flatMap(\.interactions))
  }
}
