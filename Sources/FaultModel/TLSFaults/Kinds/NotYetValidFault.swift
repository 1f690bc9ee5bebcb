/// Shows a certificate that is not valid yet.
enum NotYetValidFault: TLSFaultKind {
  static let type = "not_yet_valid"

  static func strike(_ handshake: inout TLSHandshake) { handshake.days = 1...30 }
}
