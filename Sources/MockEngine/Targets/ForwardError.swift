/// Why requests cannot go to a service.
public struct ForwardError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public let description: String

  /// Creates an error.
  package init(_ description: String) { self.description = description }
}
