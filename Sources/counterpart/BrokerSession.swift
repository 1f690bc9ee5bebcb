import ArgumentParser
import ContractFiles
import ContractModel
import ContractStore
import PactBroker

/// What `verify` does with a Pact Broker, from the first request to the published results.
struct BrokerSession {
  /// The options.
  let options: BrokerOptions
  /// What the broker is asked for.
  let query: PactQuery
  /// What PATHs and the broker gave.
  private(set) var files: LoadedFiles
  /// The pacts that came over the network.
  private(set) var pacts: [BrokerPact] = []
  private let broker: BrokerAddress?
  private let addresses: [BrokerAddress]
  private let connection: BrokerConnection

  /// Loads files and folders, then PATHs that are URLs, then the broker's pacts, and tells what is wrong
  /// with them.
  ///
  /// - Throws: an exit code after telling why.
  init(
    _ options: BrokerOptions, loading paths: [String], of provider: String,
    _ interruption: Interruption
  ) async throws {
    self.options = options
    query = try options.query(for: provider)
    broker = try options.access.broker
    addresses = try BrokerOptions.addresses(in: paths)
    let local = paths.filter { !BrokerOptions.isAddress($0) }
    let isDefault = paths.isEmpty && broker == nil
    files = LoadedFiles.loadTelling(isDefault ? ["contracts"] : local)
    connection = try BrokerConnection(options.access, pacts: addresses, interruption)
    if broker == nil, addresses.isEmpty { return }
    pacts = try await fetched()
    for pact in pacts {
      for diagnostic in pact.file.diagnostics { Terminal.log(diagnostic.description) }
      files.add(pact.file, from: pact.url)
    }
  }

  /// Whether it is well when there is nothing to verify.
  var mayBeEmpty: Bool {
    options.ignoreNoPacts && files.contracts.isEmpty && files.exitCode == nil
  }

  /// The pacts of all addresses.
  private func fetched() async throws -> [BrokerPact] {
    try await ask { client throws(BrokerError) in
      let pacts = try client.hold(all: addresses.map { PactDownload($0) })
      guard let broker else { return pacts }
      let known = Set(pacts.map(\.url))
      let found = try client.pacts(query, at: broker)
      try tell(found, of: broker)
      return pacts + found.filter { !known.contains($0.url) }
    }
  }

  /// Tells the broker's notices, or that it has no pacts.
  private func tell(_ pacts: [BrokerPact], of broker: BrokerAddress) throws(BrokerError) {
    if pacts.isEmpty, !options.ignoreNoPacts {
      let selection = options.selectors.isEmpty ? "" : " that the selectors choose"
      throw BrokerError(
        .notFound,
        "\(broker.url): the broker has no pacts of the provider '\(query.provider)'\(selection);"
          + " check --provider and --consumer-version-selector, or give --ignore-no-pacts if that"
          + " is well")
    }
    if pacts.isEmpty { Terminal.log("broker: there are no pacts of '\(query.provider)'") }
    for pact in pacts {
      for notice in pact.notices where notice.isBefore { tell(notice, of: pact) }
    }
  }

  /// Tells a notice.
  func tell(_ notice: BrokerNotice, of pact: BrokerPact) {
    Terminal.log("broker: \(pact.contract?.consumer ?? pact.url): \(notice.text)")
  }

  /// Holds conversations with the broker.
  ///
  /// - Throws: an exit code after telling why.
  func ask<Output: Sendable>(
    _ talk: @escaping @Sendable (BrokerClient) throws(BrokerError) -> Output
  ) async throws -> Output {
    try await connection.ask(talk)
  }
}
