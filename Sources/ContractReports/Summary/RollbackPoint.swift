import ContractModel

/// The version of a provider that can be gone back to.
package struct RollbackPoint: Sendable, Hashable {
  /// The provider.
  package var provider: String
  /// The version, or `nil` when it is unknown.
  package var version: String?
  /// When that version was last verified, or why none is known.
  package var reason: String
}

extension IntegrationSummary {
  /// For each provider the last version with which every interaction of today's contracts passed.
  package var rollbackPoints: [RollbackPoint] { providers.map(rollbackPoint(of:)) }

  private func rollbackPoint(of provider: String) -> RollbackPoint {
    let runs = runs.filter { $0.provider == provider }
    func unknown(_ reason: String) -> RollbackPoint {
      RollbackPoint(provider: provider, version: nil, reason: reason)
    }
    guard !runs.isEmpty else { return unknown("there are no results of its verification") }
    var versions: [String] = []
    for case let version? in runs.map(\.version) where !versions.contains(version) {
      versions.append(version)
    }
    guard let newest = versions.first else {
      return unknown("no result names its version; verify with --provider-version")
    }
    for version in versions where lacking(version, runs).isEmpty {
      let time = runs.first { $0.version == version }?.startedAt ?? ""
      return RollbackPoint(
        provider: provider, version: version,
        reason: "every consumer's interactions passed, last verified at \(time)")
    }
    let lacking = lacking(newest, runs).joined(separator: ", ")
    return unknown("no version passed with all consumers; \(newest) did not with \(lacking)")
  }

  /// The consumers of which not every interaction that counts passed with a version.
  private func lacking(_ version: String, _ runs: [SummaryRun]) -> [String] {
    let runs = runs.filter { $0.version == version }
    guard let provider = runs.first?.provider else { return [] }
    return points(of: provider).filter { point in
      let counting = point.entries.filter { !$0.isPending }
      return counting.isEmpty
        || !counting.allSatisfy { entry in
          let known = runs.lazy.compactMap { $0.statuses[entry.identity] }
          return known.first { $0 != .skipped } == .passed
        }
    }.map(\.consumer)
  }
}
