/// Shows a certificate that an authority made which nobody knows.
enum UnknownAuthorityFault: TLSFaultKind {
  static let type = "unknown_authority"

  static func strike(_ handshake: inout TLSHandshake) { handshake.issuer = .unknown }
}
