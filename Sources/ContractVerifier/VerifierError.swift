/// Why a verification cannot be started.
public struct VerifierError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String

  package init(_ description: String) { self.description = description }
}
