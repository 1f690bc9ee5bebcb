public import ContractModel

/// What is wrong with a contract that was written in Swift.
public struct ContractProblems: Error, Sendable, Hashable, CustomStringConvertible {
  /// Each thing that is wrong, with its interaction and the line of the source.
  public let diagnostics: [Diagnostic]

  /// One line for each thing that is wrong.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
