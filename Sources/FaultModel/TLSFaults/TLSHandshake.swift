/// How a mock meets a client that wants to speak TLS.
package struct TLSHandshake: Sendable, Hashable {
  /// What the mock does once the client has said hello.
  package enum Conduct: Sendable, Hashable {
    /// It goes through the handshake.
    case complete
    /// It says nothing, for ever.
    case stall
    /// It answers with this fatal alert instead of its own hello.
    case refuse(TLSAlert)
    /// It goes through the handshake of TLS 1.3, after which it refuses the client for its certificate,
    /// or for having none.
    case refuseAfterwards
  }

  /// Who vouches for the certificate.
  package enum Issuer: Sendable, Hashable {
    /// The authority that the client may trust.
    case known
    /// One that nobody knows.
    case unknown
  }

  /// The versions of TLS that are spoken.
  package enum Versions: Sendable, Hashable {
    /// 1.2 and 1.3.
    case current
    /// 1.0 and 1.1, which clients have given up.
    case old
  }

  /// What happens.
  package var conduct: Conduct = .complete
  /// From when to when the certificate holds, in days from now.
  package var days: ClosedRange<Int> = -1...365
  /// The one name that the certificate is for; `nil` for those of the mock.
  package var name: String?
  /// Who vouches for the certificate.
  package var issuer: Issuer = .known
  /// The versions of TLS.
  package var versions: Versions = .current

  /// Creates a handshake at which nothing goes wrong.
  package init() {}

  /// Whether the mock shows a certificate that only its authority can have made.
  package var needsAuthority: Bool {
    let usual = TLSHandshake()
    return issuer == .known && (days != usual.days || name != nil)
  }
}

/// A fatal alert of TLS, by its number.
package enum TLSAlert: UInt8, Sendable, Hashable {
  /// No parameters are acceptable.
  case handshakeFailure = 40

  /// The alert as a record that is not encrypted.
  package var record: [UInt8] { [21, 3, 3, 0, 2, 2, rawValue] }
}
