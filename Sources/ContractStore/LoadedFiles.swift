public import ContractModel
public import FaultModel
public import StubModel

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

  /// Stub mappings and the file they came from.
  public struct LoadedStubs: Sendable {
    /// The file's path.
    public var file: String
    /// The mappings, in order.
    public var mappings: [StubMapping]
  }

  /// The contracts, in the order of the paths and, in a folder, of the names.
  public var contracts: [LoadedContract] = []
  /// The fault scripts, in the same order.
  public var faults: [LoadedFaults] = []
  /// The stub mappings, in the same order.
  public var stubs: [LoadedStubs] = []
  /// The folder that has `mappings` and `__files` in it, or would have; `nil` when no PATH names one.
  public var stubFolder: String?
  /// What is wrong with the files.
  public var diagnostics: [Diagnostic] = []
  /// The paths that do not exist or cannot be read, with the reason.
  public var failures: [StoreError] = []
}
