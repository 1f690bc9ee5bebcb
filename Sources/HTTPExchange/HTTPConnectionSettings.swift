/// What a client speaks, and through whom.
package struct HTTPConnectionSettings: Sendable, Hashable {
  /// A version of HTTP.
  package enum Version: Sendable, Hashable {
    /// HTTP/1.1.
    case http1
    /// HTTP/2 over TLS where the server has it, and HTTP/1.1 elsewhere.
    case http2
    /// HTTP/2 at once, without TLS too; a server that has it not gives no answer.
    case http2PriorKnowledge
  }

  /// A version of TLS.
  package enum TLSVersion: Sendable, Hashable {
    case tls12, tls13
  }

  /// The version of HTTP.
  package var version: Version
  /// The least version of TLS.
  package var leastTLS: TLSVersion
  /// The proxy, or `nil` for none.
  package var proxy: HTTPProxy?
  /// Whether the proxies of the environment apply, as for other programs that go out to the network.
  package var usesEnvironmentProxies: Bool

  /// Creates settings.
  package init(
    version: Version = .http1, leastTLS: TLSVersion = .tls12, proxy: HTTPProxy? = nil,
    usesEnvironmentProxies: Bool = false
  ) {
    self.version = version
    self.leastTLS = leastTLS
    self.proxy = proxy
    self.usesEnvironmentProxies = usesEnvironmentProxies
  }
}
