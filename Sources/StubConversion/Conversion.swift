package import ContractModel

/// What became of stub mappings.
package struct Conversion: Sendable {
  /// The contract that says what the stubs say.
  package var contract: Contract
  /// How many stubs there were.
  package var stubCount: Int = 0
  /// How many of them have an interaction.
  package var convertedCount: Int = 0
  /// What the contract does not say, as warnings, and what is wrong with stubs, as errors.
  package var diagnostics: [Diagnostic] = []

  /// The result in words, e.g. `converted 3 of 4 stubs`.
  package var summary: String {
    "converted \(convertedCount) of \(stubCount) stub\(stubCount == 1 ? "" : "s")"
  }

  /// Whether something of the stubs is not in the contract.
  package var hasLosses: Bool { !diagnostics.isEmpty }

  /// Whether a stub is wrong.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
