package import ContractModel

/// Everything that is wrong with a configuration.
package struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, and where.
  package var diagnostics: [Diagnostic]

  /// Creates an error.
  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// A line for each of the diagnostics.
  package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
