/// How a mock serves TLS.
///
/// ```swift
/// let server = try await MockServer.start(playing: contracts, tls: MockTLS())
/// // server.url is https://127.0.0.1:…; a client trusts server.certificateAuthority
/// ```
public struct MockTLS: Sendable, Hashable {
  /// Where the certificate of the mock comes from.
  public enum Identity: Sendable, Hashable {
    /// A throw-away authority, made on the spot and never kept, vouches for a certificate for
    /// `localhost`, `127.0.0.1`, `::1`, the host that is listened on, and these names.
    case made(names: [String] = [])
    /// Files in PEM form: the certificate, followed by those between it and its authority, and its
    /// key.
    case files(certificate: String, key: String)
  }

  /// Where the certificate of the mock comes from.
  public var identity: Identity
  /// A file in PEM form with the authorities of which a client has to show a certificate; `nil` lets
  /// every client in.
  public var clientAuthorities: String?

  /// Creates the settings.
  ///
  /// - Parameters:
  ///   - identity: where the certificate of the mock comes from.
  ///   - clientAuthorities: a file with the authorities of which a client has to show a certificate.
  public init(_ identity: Identity = .made(), clientAuthorities: String? = nil) {
    self.identity = identity
    self.clientAuthorities = clientAuthorities
  }

  /// Whether this build serves TLS: it has the package trait `TLS`.
  package static var isAvailable: Bool {
    #if TLS
      true
    #else
      false
    #endif
  }
}
