/// Why a fault is refused.
public struct FaultError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, and what is expected.
  public let description: String

  /// Creates an error.
  package init(_ description: String) { self.description = description }
}
