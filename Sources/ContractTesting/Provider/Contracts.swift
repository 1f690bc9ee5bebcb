import ContractDSL
import ContractStore

/// Contracts in files.
public enum Contracts {
  /// The interactions of a provider, in the order of the files: arguments of a test.
  ///
  /// ```swift
  /// @Test(arguments: try Contracts.interactions(in: "contracts", provider: "order-service"))
  /// func honours(_ interaction: LocatedInteraction) async throws {
  ///   try await verifier.verify(interaction)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - path: a file or a folder; relative to the package of the test.
  ///   - provider: the party that answers.
  ///   - consumer: the party that calls; `nil` for every one.
  ///   - filePath: the path of that file.
  /// - Throws: ``ContractTestingError`` when there is no such file, one cannot be used, or there is no
  ///   interaction: a test without arguments would be skipped, and green.
  public static func interactions(
    in path: String, provider: String, consumer: String? = nil,
    filePath: StaticString = #filePath
  ) throws -> [LocatedInteraction] {
    let path = Self.path(path, beside: filePath.description)
    let loaded = ContractLoader.load([path])
    let errors =
      loaded.failures.map(\.description)
      + loaded.diagnostics.filter { $0.severity == .error }.map(\.description)
    guard errors.isEmpty else { throw ContractTestingError(errors.joined(separator: "\n")) }
    let contracts = loaded.contracts.map(\.contract)
    let chosen = contracts.filter { contract in
      contract.provider == provider && (consumer.map { $0 == contract.consumer } ?? true)
    }
    let all = chosen.flatMap { contract in
      contract.interactions.map { LocatedInteraction($0, of: contract) }
    }
    guard !all.isEmpty else {
      throw ContractTestingError(
        "'\(path)' has no interaction of provider '\(provider)'"
          + (consumer.map { " with consumer '\($0)'" } ?? "")
          + NearestName.hint(for: provider, among: contracts.map(\.provider)))
    }
    return all
  }

  private static func path(_ path: String, beside source: String) -> String {
    guard !path.hasPrefix("/"), let package = ContractDestination.packageFolder(of: source) else {
      return path
    }
    return package + "/" + path
  }
}
