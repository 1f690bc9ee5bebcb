import ContractStore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where contracts are written, and how.
enum ContractDestination {
  /// The folder that the environment names, else the one that the test does, else `contracts` of the
  /// package of a source file.
  ///
  /// - Parameters:
  ///   - source: the path of a source file of the test.
  ///   - named: the folder that the test names, relative to the package.
  /// - Throws: ``ContractTestingError`` when there is none.
  static func folder(
    for source: String, named: String? = nil
  ) throws(ContractTestingError) -> String {
    if let folder = environment["COUNTERPART_CONTRACTS"], !folder.isEmpty { return folder }
    if let named, named.hasPrefix("/") { return named }
    guard let package = packageFolder(of: source) else {
      throw ContractTestingError(
        "there is no Package.swift above '\(source)', so that it is not known where the contract is to"
          + " be written: set COUNTERPART_CONTRACTS to a folder")
    }
    return package + "/" + (named ?? "contracts")
  }

  /// The folder of the package that a source file belongs to.
  static func packageFolder(of source: String) -> String? {
    var folder = source[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if FileSystem.kind(of: folder + "/Package.swift") == .file { return String(folder) }
    }
    return nil
  }

  /// Whether a suite's earlier interactions are left out when it exercises them no more: as the
  /// environment says, else when all tests are run.
  ///
  /// - Throws: ``ContractTestingError`` for a mode that is not known.
  static func replaces() throws(ContractTestingError) -> Bool {
    switch environment["COUNTERPART_CONTRACTS_MODE"] {
    case "replace"?: return true
    case "merge"?: return false
    case nil, ""?: return runsEverything
    case let mode?:
      throw ContractTestingError(
        "COUNTERPART_CONTRACTS_MODE is '\(mode)', expected 'merge' or 'replace'")
    }
  }

  /// Xcode selects tests in a way that cannot be seen here.
  private static var runsEverything: Bool {
    let filters = ["--filter", "--skip", "--specifier", "-s"]
    let isFiltered = CommandLine.arguments.contains { argument in
      filters.contains { argument == $0 || argument.hasPrefix($0 + "=") }
    }
    return !isFiltered && environment["XCTestConfigurationFilePath"] == nil
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
