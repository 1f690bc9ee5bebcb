/// Shows a certificate that has expired.
enum ExpiredFault: TLSFaultKind {
  static let type = "expired"

  static func strike(_ handshake: inout TLSHandshake) { handshake.days = -30 ... -1 }
}
