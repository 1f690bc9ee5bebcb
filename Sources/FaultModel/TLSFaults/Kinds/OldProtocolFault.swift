/// Speaks TLS 1.0 and 1.1 only.
enum OldProtocolFault: TLSFaultKind {
  static let type = "old_protocol"

  static func strike(_ handshake: inout TLSHandshake) { handshake.versions = .old }
}
