public import ContractModel
public import FaultModel

/// What was found in files and folders.
public struct LoadedFiles: Sendable {
  /// A contract and the file it came from.
  public struct LoadedContract: Sendable {
    /// The file's path as it was given, or as the folder's path and the file's name.
    public var file: String
    /// The contract.
    public var contract: Contract
  }

  /// Fault scripts and the file they came from.
  public struct LoadedFaults: Sendable {
    /// The file's path.
    public var file: String
    /// The scripts, in order.
    public var scripts: [FaultScript]
  }

  /// The contracts, in the order of the paths and, in a folder, of the names.
  public var contracts: [LoadedContract] = []
  /// The fault scripts, in the same order.
  public var faults: [LoadedFaults] = []
  /// What is wrong with the files.
  public var diagnostics: [Diagnostic] = []
  /// The paths that do not exist or cannot be read, with the reason.
  public var failures: [StoreError] = []
}
