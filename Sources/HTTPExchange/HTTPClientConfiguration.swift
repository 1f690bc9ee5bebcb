/// How a client connects and what it trusts.
package struct HTTPClientConfiguration: Sendable, Hashable {
  /// How long connecting may take, the TLS handshake included.
  package var connectTimeout: Duration
  /// How long an exchange may take when its request does not say.
  package var requestTimeout: Duration
  /// A PEM file with the authorities to trust, or `nil` for the system's.
  package var caFile: String?
  /// A PEM file with the certificate that the client shows.
  package var clientCertificate: String?
  /// A PEM file with the key of the client's certificate.
  package var clientKey: String?
  /// Whether any certificate of the server is accepted.
  package var insecure: Bool
  /// How many bytes the body of a response may have.
  package var maximumBodySize: Int
  /// How many requests run at a time, at least one.
  package var parallel: Int
  /// The version of HTTP, the least version of TLS, and the proxy.
  package var connection: HTTPConnectionSettings

  /// Creates a configuration.
  package init(
    connectTimeout: Duration = .seconds(5), requestTimeout: Duration = .seconds(5),
    caFile: String? = nil, clientCertificate: String? = nil, clientKey: String? = nil,
    insecure: Bool = false, maximumBodySize: Int = 64 << 20, parallel: Int = 1,
    connection: HTTPConnectionSettings = HTTPConnectionSettings()
  ) {
    self.connectTimeout = connectTimeout
    self.requestTimeout = requestTimeout
    self.caFile = caFile
    self.clientCertificate = clientCertificate
    self.clientKey = clientKey
    self.insecure = insecure
    self.maximumBodySize = maximumBodySize
    self.parallel = parallel
    self.connection = connection
  }
}
