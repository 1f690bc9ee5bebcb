import MockEngine
import NIOCore

#if TLS
  import NIOSSL
#endif

/// How services are reached over TLS: by the certificates that the system trusts, or a file's.
struct ForwardSecurity: Sendable {
  #if TLS
    private let context: NIOSSLContext?
  #endif

  /// Whether this build can reach services over TLS.
  static var isThere: Bool {
    #if TLS
      true
    #else
      false
    #endif
  }

  /// Prepares TLS, which takes some milliseconds.
  ///
  /// - Parameters:
  ///   - isNeeded: whether any service is reached over TLS.
  ///   - authorities: a file of certificates in PEM form that are trusted besides the system's.
  /// - Throws: ``MockServerError`` when the file cannot be used, or this build has no TLS.
  init(isNeeded: Bool, authorities: String?) throws(MockServerError) {
    #if TLS
      guard isNeeded else {
        context = nil
        return
      }
      var configuration = TLSConfiguration.makeClientConfiguration()
      configuration.applicationProtocols = ["http/1.1"]
      if let authorities {
        configuration.additionalTrustRoots = [
          .certificates(try PEMFile(authorities).certificates())
        ]
      }
      do {
        context = try NIOSSLContext(configuration: configuration)
      } catch {
        throw MockServerError(.security, "services cannot be reached over TLS: \(error)")
      }
    #else
      guard !isNeeded else {
        throw MockServerError(
          .security, "this build cannot reach services over TLS: build it with the trait TLS")
      }
    #endif
  }

  /// Adds what speaks TLS to a connection.
  func add(to channel: any Channel, _ target: ForwardTarget) throws {
    guard target.isSecure else { return }
    #if TLS
      guard let context else {
        throw ForwardError("no service over TLS was named when the mock started")
      }
      // A name for an address would be refused; certificates of addresses are compared all the same.
      let isAddress = (try? SocketAddress(ipAddress: target.host, port: 0)) != nil
      try channel.pipeline.syncOperations.addHandler(
        NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : target.host))
    #else
      throw ForwardError("this build cannot reach services over TLS")
    #endif
  }
}
