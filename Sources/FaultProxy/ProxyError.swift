/// Why a proxy cannot do what it was asked to.
package struct ProxyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  package enum Kind: Sendable, Hashable {
    /// The address cannot be listened on.
    case listening
    /// There is no such proxy.
    case noProxy
    /// There is such a proxy already.
    case proxyExists
    /// There is no such toxic.
    case noToxic
    /// There is such a toxic already.
    case toxicExists
  }

  /// The kind of failure.
  package let kind: Kind
  /// What failed.
  package let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// There is no such proxy.
  static let noProxy = ProxyError(.noProxy, "proxy not found")
  /// There is no such toxic.
  static let noToxic = ProxyError(.noToxic, "toxic not found")
}
