/// Answers the client's hello with the alert `handshake_failure`.
enum HandshakeAlertFault: TLSFaultKind {
  static let type = "handshake_alert"

  static func strike(_ handshake: inout TLSHandshake) {
    handshake.conduct = .refuse(.handshakeFailure)
  }
}
