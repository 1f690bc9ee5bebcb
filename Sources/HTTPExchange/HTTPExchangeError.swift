/// Why a request got no response.
package struct HTTPExchangeError: Error, Sendable, Hashable {
  /// What went wrong.
  package var kind: Kind
  /// The address `host:port` and the reason in libcurl's words.
  package var message: String

  /// What can go wrong.
  package enum Kind: Sendable, Hashable {
    /// The host has no address or nobody listens there.
    case unreachable
    /// The time was up, for connecting or for the whole exchange.
    case timeout
    /// The TLS handshake failed, or a certificate or key is not usable.
    case tls
    /// What came back is no whole HTTP response.
    case `protocol`
    /// The response is larger than the configuration admits.
    case tooLarge
    /// The address is not one of HTTP.
    case badURL
    /// The method, a header line or the body cannot be sent as it is written.
    case badRequest
    /// The caller stopped the request.
    case cancelled
    /// Anything else, such as a lack of memory.
    case other
  }

  /// Creates an error.
  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

extension HTTPExchangeError: CustomStringConvertible {
  package var description: String { message }
}
