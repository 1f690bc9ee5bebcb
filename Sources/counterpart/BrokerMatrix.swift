import ArgumentParser
import ContractFiles
import ContractModel
import ContractReports
import JSONText
import PactBroker

/// What a broker knows of contracts and their verifications, for the integration summary.
struct BrokerMatrix: Sendable {
  /// A pact, and what its verifications gave.
  fileprivate struct Entry: Sendable {
    let pact: BrokerPact
    let contract: Contract
    var rows: [MatrixRow] = []
    /// Whether interactions were honoured, by their identifiers, where a verification failed.
    var details: [MatrixRow: [String: Bool]] = [:]
  }

  private let entries: [Entry]
  /// Pacts that cannot be read.
  private let broken: [BrokerPact]

  /// Asks for the latest pacts, and for the rows of the matrix that are about them.
  ///
  /// - Parameters:
  ///   - broker: where the broker is.
  ///   - contracts: those that are wanted; `nil` for all that the broker has.
  /// - Throws: an exit code after telling why.
  init(
    _ connection: BrokerConnection, at broker: BrokerAddress, about contracts: [Contract]?
  ) async throws {
    let wanted = contracts.map { Set($0.map { [$0.consumer, $0.provider] }) }
    (entries, broken) = try await connection.ask { client throws(BrokerError) in
      let latest = try client.hold(LatestPacts(at: broker))
      let pacts = try client.hold(all: latest.map { PactDownload($0, at: broker) })
      var entries = pacts.compactMap { pact in
        pact.contract.map { Entry(pact: pact, contract: $0) }
      }.filter { wanted?.contains([$0.contract.consumer, $0.contract.provider]) != false }
      let rows = try client.hold(all: entries.map { $0.query(at: broker) })
      for (index, rows) in rows.enumerated() {
        entries[index].take(rows)
        try entries[index].ask(client)
      }
      return (entries, pacts.filter { $0.contract == nil })
    }
  }

  /// The pacts that the broker has, also those that cannot be read.
  var files: [(file: ContractFile, url: String)] {
    (entries.map(\.pact) + broken).map { ($0.file, $0.url) }
  }

  /// The verifications of the newest version of each consumer.
  ///
  /// - Throws: an exit code after telling why, when a time is none.
  var runs: [SummaryRun] {
    get throws {
      try entries.flatMap { entry in
        try entry.rows.compactMap { row -> SummaryRun? in
          guard let verification = row.verification else { return nil }
          guard let time = Timestamp(parsing: verification.time) else {
            Terminal.log(
              "error: \(entry.pact.url): '\(verification.time)' in the matrix is no time")
            throw ExitCode.unreachable
          }
          return SummaryRun(
            of: entry.contract.provider, version: verification.version, at: time,
            statuses: entry.statuses(row, verification))
        }
      }
    }
  }
}

extension BrokerMatrix.Entry {
  /// Asks for the rows of the version that published the pact.
  fileprivate func query(at broker: BrokerAddress) -> MatrixQuery {
    MatrixQuery(
      contract.consumer, version: pact.consumerVersion, contract.provider, at: broker)
  }

  /// Keeps the rows of that version; where the broker does not say which it is, of the newest one, which
  /// comes first.
  fileprivate mutating func take(_ rows: [MatrixRow]) {
    let version = pact.consumerVersion ?? rows.first?.consumerVersion
    self.rows = rows.filter { $0.consumerVersion == version }
    guard rows.count >= MatrixQuery.limit else { return }
    Terminal.log(
      "broker: \(contract.consumer) → \(contract.provider): the matrix has more than"
        + " \(MatrixQuery.limit) rows, of which the oldest are not looked at")
  }

  /// Asks which interactions the failed verifications are about.
  fileprivate mutating func ask(_ client: BrokerClient) throws(BrokerError) {
    let failed = rows.filter { $0.verification?.isSuccess == false }
    let known = failed.filter { $0.verification?.url != nil }
    let urls = known.compactMap { $0.verification?.url }
    let all = try client.hold(all: urls.map { ResultDetails($0) })
    for (row, details) in zip(known, all) { self.details[row] = details }
  }

  /// How each interaction ended: one of which a failed verification says nothing counts as failed.
  fileprivate func statuses(
    _ row: MatrixRow, _ verification: MatrixRow.Verification
  ) -> [SummaryRun.Identity: InteractionResult.Status] {
    var statuses: [SummaryRun.Identity: InteractionResult.Status] = [:]
    for interaction in contract.interactions {
      let identity = SummaryRun.Identity(
        consumer: contract.consumer, provider: contract.provider,
        description: interaction.description, states: interaction.providerStates.map(\.name))
      let id = interaction.source?["_id"]?.string ?? ""
      let isHonoured = verification.isSuccess || details[row]?[id] == true
      if statuses[identity] != .failed { statuses[identity] = isHonoured ? .passed : .failed }
    }
    return statuses
  }
}
