package import ContractModel

/// What a set of contracts and the results of their verifications say of a system.
///
/// Everything in it is in an order that only depends on the contracts and results.
package struct IntegrationSummary: Sendable {
  /// The pairs of consumer and provider, sorted by their names.
  package let points: [IntegrationPoint]
  /// The earlier verifications, the newest first.
  package let runs: [SummaryRun]

  /// Puts contracts and results together.
  ///
  /// - Parameters:
  ///   - contracts: the contracts, in the order of their files.
  ///   - runs: the results, in any order.
  package init(_ contracts: [Contract], _ runs: [SummaryRun]) {
    // Of two that started in the same second the one that was given later counts as newer.
    let newest = runs.enumerated().sorted { left, right in
      (left.element.startedAt, left.offset) > (right.element.startedAt, right.offset)
    }.map(\.element)
    self.runs = newest
    var entries: [Parties: [IntegrationPoint.Entry]] = [:]
    for contract in contracts {
      let parties = Parties(consumer: contract.consumer, provider: contract.provider)
      entries[parties, default: []] += contract.interactions.map {
        Self.entry($0, parties, newest)
      }
    }
    points = entries.sorted { $0.key < $1.key }.map {
      IntegrationPoint(consumer: $0.key.consumer, provider: $0.key.provider, entries: $0.value)
    }
  }

  /// What tells contracts apart.
  private struct Parties: Hashable, Comparable {
    var consumer: String
    var provider: String

    static func < (left: Parties, right: Parties) -> Bool {
      (left.consumer, left.provider) < (right.consumer, right.provider)
    }
  }

  private static func entry(
    _ interaction: Interaction, _ parties: Parties, _ runs: [SummaryRun]
  ) -> IntegrationPoint.Entry {
    let identity = SummaryRun.Identity(
      consumer: parties.consumer, provider: parties.provider,
      description: interaction.description, states: interaction.providerStates.map(\.name))
    var operation: IntegrationPoint.Operation?
    if case .http(let request, let response) = interaction.content {
      operation = .init(request, response)
    }
    let status = runs.lazy.compactMap { $0.statuses[identity] }.first { $0 != .skipped }
    return IntegrationPoint.Entry(
      identity: identity, kind: interaction.content.kind, operation: operation,
      location: interaction.location, status: status, isPending: interaction.isPending)
  }

  /// The names of the providers, sorted.
  package var providers: [String] { Set(points.map(\.provider)).sorted() }

  /// The points of a provider.
  package func points(of provider: String) -> [IntegrationPoint] {
    points.filter { $0.provider == provider }
  }
}
