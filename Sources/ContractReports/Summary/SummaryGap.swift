package import ContractModel

/// Something that no contract or no verification covers.
package struct SummaryGap: Sendable, Hashable {
  /// What kind of gap it is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// No interaction with the operation has a 4xx or 5xx response.
    case noErrorCase = "no-error-case"
    /// No interaction with the provider state has a result.
    case unverifiedState = "unverified-state"
    /// The interaction has no result, or was only skipped.
    case unverifiedInteraction = "unverified-interaction"
  }

  /// What kind of gap it is.
  package var kind: Kind
  /// The party that calls, where one alone is concerned.
  package var consumer: String?
  /// The party that answers.
  package var provider: String
  /// The operation, the state, or the description of the interaction.
  package var subject: String
  /// Where the interaction stands.
  package var location: FileLocation?
}

extension IntegrationSummary {
  /// What is not covered: operations without an error case, states and interactions without a result.
  package var gaps: [SummaryGap] {
    providers.flatMap { operations(of: $0) + states(of: $0) } + interactions
  }

  /// The operations of a provider that are in the contracts: all, and those without an error case.
  package func operationNames(of provider: String) -> (all: [String], withoutErrors: [String]) {
    let operations = points(of: provider).flatMap(\.entries).compactMap(\.operation)
    let all = Set(operations.map(\.name))
    let failing = Set(operations.filter { (400...599).contains($0.status) }.map(\.name))
    return (all.sorted(), all.subtracting(failing).sorted())
  }

  private func operations(of provider: String) -> [SummaryGap] {
    operationNames(of: provider).withoutErrors.map {
      SummaryGap(kind: .noErrorCase, provider: provider, subject: $0)
    }
  }

  private func states(of provider: String) -> [SummaryGap] {
    let entries = points(of: provider).flatMap(\.entries)
    let all = Set(entries.flatMap(\.identity.states))
    let verified = Set(entries.filter { $0.status != nil }.flatMap(\.identity.states))
    return all.subtracting(verified).sorted().map {
      SummaryGap(kind: .unverifiedState, provider: provider, subject: $0)
    }
  }

  private var interactions: [SummaryGap] {
    points.flatMap(\.entries).filter { $0.status == nil }.map { entry in
      SummaryGap(
        kind: .unverifiedInteraction, consumer: entry.identity.consumer,
        provider: entry.identity.provider, subject: entry.identity.description,
        location: entry.location)
    }
  }
}
