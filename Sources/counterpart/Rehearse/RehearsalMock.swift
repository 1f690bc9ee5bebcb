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
      throw ExitCode.inputOutput
    }
  }

  /// Every request that reached the mock, in the order in which they came.
  func attempts() async -> [RehearsalAttempt] {
    let excerpt = await server.requests()
    let descriptions = await server.descriptions()
    return excerpt.entries.map { entry in
      let place = entry.answer.interaction
      return attempt(entry, place.flatMap { contracted(descriptions[$0]) })
    }
  }

  /// The `Retry-After` of an interaction's own answer.
  private func contracted(_ description: String) -> RehearsalAttempt.RetryAfter? {
    let interaction = contracts.lazy.flatMap(\.interactions).first {
      $0.description == description
    }
    guard case .http(_, let response)? = interaction?.content else { return nil }
    return response.headers.header("retry-after").flatMap { Int($0) }.map { .seconds($0) }
  }

  private func attempt(
    _ entry: JournalEntry, _ contracted: RehearsalAttempt.RetryAfter?
  ) -> RehearsalAttempt {
    let status = entry.status ?? 0
    let refuses = [408, 429].contains(status) || (500...599).contains(status)
    return RehearsalAttempt(
      method: entry.method, target: entry.target,
      fields: entry.fields.map { Field($0.name, [$0.value]) }, time: entry.time,
      date: entry.date, connection: entry.source.connection,
      status: status == 0 ? nil : status, fault: entry.fault?.text,
      isFailure: status == 0 || refuses || entry.fault?.spoilsAnswer == true,
      retryAfter: entry.fault?.retryAfter(at: entry.date)
        ?? (entry.fault?.type == "status" ? nil : contracted))
  }
}

extension FiredFault {
  /// Faults after which an answer that came whole is as the contract has it: it only took long.
  private static let harmless: Set = ["latency", "slow_headers", "slow_body", "status"]

  /// Whether an answer with this fault is of no use, whatever its status is.
  fileprivate var spoilsAnswer: Bool { !Self.harmless.contains(type) }

  /// What the answer says of the next attempt.
  fileprivate func retryAfter(at date: Duration) -> RehearsalAttempt.RetryAfter? {
    let member = members.first { $0.name == "retry_after" }
    guard let seconds = member.flatMap({ Double($0.value) }).map({ Int($0) }) else { return nil }
    let isDate = members.contains { $0.name == "retry_after_form" && $0.value == "date" }
    return isDate ? .date(date.components.seconds + Int64(seconds)) : .seconds(seconds)
  }
}
