/// Does nothing: the handshake is as it should be.
enum SoundFault: TLSFaultKind {
  static let type = "as_contracted"

  static func strike(_ handshake: inout TLSHandshake) {}
}
