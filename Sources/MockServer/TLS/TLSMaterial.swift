#if TLS
  import FaultModel
  import NIOSSL

  /// What a mock shows to clients, and whom it lets in: files that were read, or an authority made
  /// on the spot.
  struct TLSMaterial: Sendable {
    /// Where certificates come from.
    private enum Source {
      case authority(CertificateAuthority)
      case files(chain: [NIOSSLCertificate], key: NIOSSLPrivateKey)
    }

    private let source: Source
    private let names: [String]
    private let clientAuthorities: [NIOSSLCertificate]?
    /// What is agreed on by ALPN, the most wished first.
    private let protocols: [HTTPVersion]

    /// Reads the files, or makes the authority.
    ///
    /// - Parameter host: the host that is listened on.
    init(
      _ settings: MockTLS, host: String, protocols: [HTTPVersion] = HTTPVersion.allCases
    ) throws(MockServerError) {
      self.protocols = protocols
      clientAuthorities =
        if let path = settings.clientAuthorities {
          try PEMFile(path).certificates()
        } else { nil }
      switch settings.identity {
      case .made(let names):
        self.names = names + [host]
        source = .authority(try Self.making { try CertificateAuthority() })
      case .files(let certificate, let key):
        names = []
        source = .files(
          chain: try PEMFile(certificate).certificates(), key: try PEMFile(key).privateKey())
        do {
          _ = try context(for: TLSHandshake())
        } catch {
          throw MockServerError(
            .badFile, "\(key): the key does not belong to the certificate in '\(certificate)'")
        }
      }
    }

    /// The certificate of the authority that was made, in PEM form.
    var authority: String? {
      if case .authority(let authority) = source { authority.certificate } else { nil }
    }

    /// Why the mock cannot go through a handshake so, or `nil`.
    func problem(with fault: TLSFault) -> String? {
      guard case .files = source, fault.handshake.needsAuthority else { return nil }
      return "the TLS fault '\(fault)' needs a certificate that the authority of the mock has made,"
        + " which a certificate from a file does not have"
    }

    /// What BoringSSL goes through a handshake with.
    func context(for handshake: TLSHandshake) throws -> NIOSSLContext {
      let (chain, key) = try certificate(for: handshake)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
      configuration.applicationProtocols = protocols.map(\.rawValue)
      configuration.minimumTLSVersion = .tlsv12
      if handshake.versions == .old {
        configuration.minimumTLSVersion = .tlsv1
        configuration.maximumTLSVersion = .tlsv11
      }
      // Nobody's certificate will do after the handshake of `refuseAfterwards`.
      let refusesAll = handshake.conduct == .refuseAfterwards
      if let trusted = refusesAll ? [] : clientAuthorities {
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates(trusted)
      }
      return try NIOSSLContext(configuration: configuration)
    }

    private func certificate(
      for handshake: TLSHandshake
    ) throws -> (chain: [NIOSSLCertificate], key: NIOSSLPrivateKey) {
      if case .files(let chain, let key) = source, handshake.issuer == .known {
        return (chain, key)
      }
      var authority = try CertificateAuthority()
      if case .authority(let own) = source, handshake.issuer == .known { authority = own }
      let names = handshake.name.map { [$0] } ?? (CertificateAuthority.loopbackNames + names)
      return try authority.certificate(for: names, days: handshake.days)
    }

    private static func making<Value>(
      _ make: () throws -> Value
    ) throws(MockServerError) -> Value {
      do { return try make() } catch {
        throw MockServerError(.security, "no certificate can be made: \(error)")
      }
    }
  }
#endif
