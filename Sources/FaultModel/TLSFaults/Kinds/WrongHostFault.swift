/// Shows a certificate that is for another host.
enum WrongHostFault: TLSFaultKind {
  static let type = "wrong_host"

  // A name that no host can have (RFC 6761).
  static func strike(_ handshake: inout TLSHandshake) { handshake.name = "wrong-host.invalid" }
}
