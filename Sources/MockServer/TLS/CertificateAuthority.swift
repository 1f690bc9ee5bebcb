#if TLS
  import Crypto
  import NIOCore
  import NIOSSL
  import SwiftASN1
  import X509

  /// An authority that is made on the spot and thrown away: its key is never written anywhere.
  struct CertificateAuthority: Sendable {
    /// The names by which a mock on this machine is reached.
    static let loopbackNames = ["localhost", "127.0.0.1", "::1"]

    private let key: P256.Signing.PrivateKey
    private let root: Certificate

    /// Makes an authority.
    init() throws {
      key = P256.Signing.PrivateKey()
      // Clients find authorities by name: two of one name would be taken for each other.
      let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
      let name = try DistinguishedName { CommonName("Counterpart throw-away authority \(number)") }
      let dates = CertificateDates(days: -1...365)
      let publicKey = Certificate.PublicKey(key.publicKey)
      root = try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(),
        publicKey: publicKey,
        notValidBefore: dates.from, notValidAfter: dates.to, issuer: name, subject: name,
        signatureAlgorithm: .ecdsaWithSHA256,
        extensions: Certificate.Extensions {
          Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
          Critical(KeyUsage(keyCertSign: true, cRLSign: true))
          SubjectKeyIdentifier(hash: publicKey)
        }, issuerPrivateKey: Certificate.PrivateKey(key))
      certificate = try root.serializeAsPEM().pemString + "\n"
    }

    /// The certificate of the authority, in PEM form.
    let certificate: String

    /// Makes a certificate of a server, and its key.
    ///
    /// - Parameters:
    ///   - names: the hosts that it is for, by name or address.
    ///   - days: from when to when it holds, in days from now.
    func certificate(
      for names: [String], days: ClosedRange<Int>
    ) throws -> (chain: [NIOSSLCertificate], key: NIOSSLPrivateKey) {
      let leafKey = P256.Signing.PrivateKey()
      let rootKey = Certificate.PublicKey(key.publicKey)
      let dates = CertificateDates(days: days)
      let leaf = try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(),
        publicKey: Certificate.PublicKey(leafKey.publicKey),
        notValidBefore: dates.from, notValidAfter: dates.to, issuer: root.subject,
        subject: try DistinguishedName { CommonName("Counterpart mock") },
        signatureAlgorithm: .ecdsaWithSHA256,
        extensions: Certificate.Extensions {
          Critical(BasicConstraints.notCertificateAuthority)
          Critical(KeyUsage(digitalSignature: true))
          try ExtendedKeyUsage([.serverAuth])
          SubjectAlternativeNames(names.map(Self.name))
          SubjectKeyIdentifier(hash: Certificate.PublicKey(leafKey.publicKey))
          AuthorityKeyIdentifier(
            keyIdentifier: SubjectKeyIdentifier(hash: rootKey).keyIdentifier)
        }, issuerPrivateKey: Certificate.PrivateKey(key))
      let pem = try leaf.serializeAsPEM().pemString
      return (
        [try NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem)],
        try NIOSSLPrivateKey(bytes: Array(leafKey.pemRepresentation.utf8), format: .pem)
      )
    }

    /// A host as certificates name it.
    private static func name(_ host: String) -> GeneralName {
      guard let address = try? SocketAddress(ipAddress: host, port: 0) else {
        return .dnsName(host)
      }
      let isVersion6 = address.protocol == .inet6
      return address.withSockAddr { pointer, length in
        // The address stands behind family and port, in version 6 behind the flow as well.
        let bytes = UnsafeRawBufferPointer(start: pointer, count: length)
        let range = isVersion6 ? 8..<24 : 4..<8
        return .ipAddress(ASN1OctetString(contentBytes: Array(bytes[range])[...]))
      }
    }
  }
#endif
