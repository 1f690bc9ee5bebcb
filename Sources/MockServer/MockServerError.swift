/// Why a mock server could not be started.
public struct MockServerError: Error, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// The address cannot be listened on.
    case listening
    /// The provider that requests are to be forwarded to cannot be found.
    case forwarding
    /// A file of certificates or keys is missing.
    case missingFile
    /// A file of certificates or keys cannot be read.
    case unreadableFile
    /// A file of certificates or keys does not hold what it has to.
    case badFile
    /// TLS cannot be served by this build, or no certificate can be made.
    case security
    /// A fault script asks for what the mock cannot do.
    case faults
  }

  /// The kind of failure.
  public var kind: Kind
  /// What failed, and what to do.
  public var description: String

  /// Creates the error of an address that cannot be listened on.
  package init(_ host: String, _ port: Int, reason: String) {
    self.init(.listening, host: host, port: port, reason: reason)
  }

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  init(_ kind: Kind, host: String, port: Int, reason: String) {
    self.kind = kind
    let isTaken = reason.contains("Address already in use") || reason.contains("errno: 98")
    let advice =
      isTaken
      ? "the port is in use; choose another one, or 0 for any that is free"
      : reason
    description = "cannot listen on \(host):\(port): \(advice)"
  }
}
