/// Why a Pact Broker could not be asked: what, where, and what to do.
package struct BrokerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  package enum Kind: Sendable, Hashable {
    /// Nobody answers, or what answers is overloaded or broken.
    case unreachable
    /// The broker does not accept the credentials (401) or does not let them do that (403).
    case unauthorized
    /// There is no such thing (404).
    case notFound
    /// The broker does not accept what was asked for or published.
    case refused
    /// What answers is not a Pact Broker, or one that lacks something.
    case notHAL
    /// The address is not one.
    case badAddress
    /// The caller stopped it.
    case cancelled
  }

  /// What went wrong.
  package var kind: Kind
  /// The address, the reason and what to do.
  package var description: String

  /// Creates an error.
  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
