/// Refuses the client by an alert after the handshake, when a client of TLS 1.3 has sent its request
/// already: `certificate_required`, or `unknown_ca` when it has shown a certificate.
enum LateAlertFault: TLSFaultKind {
  static let type = "late_alert"

  static func strike(_ handshake: inout TLSHandshake) { handshake.conduct = .refuseAfterwards }
}
