/// Never answers the client's hello, and leaves the connection open.
enum HandshakeStallFault: TLSFaultKind {
  static let type = "handshake_stall"

  static func strike(_ handshake: inout TLSHandshake) { handshake.conduct = .stall }
}
