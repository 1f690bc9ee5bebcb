/// Something that goes wrong when a client wants to speak TLS.
public struct TLSFault: Sendable, Hashable, CustomStringConvertible {
  /// The name of its kind.
  public let type: String
  /// How the mock meets the client.
  package let handshake: TLSHandshake

  /// Creates a fault by the name of its kind, e.g. `expired`.
  ///
  /// - Throws: ``FaultError`` for a name that is not known.
  public init(text: String) throws(FaultError) { self.init(try TLSFaultTable.kind(text)) }

  init(_ kind: any TLSFaultKind.Type) {
    type = kind.type
    var handshake = TLSHandshake()
    kind.strike(&handshake)
    self.handshake = handshake
  }

  /// The fault as its name.
  public var description: String { type }

  /// Whether nothing goes wrong.
  package var isAsContracted: Bool { type == SoundFault.type }
}

extension TLSFault {
  /// Nothing goes wrong.
  public static let asContracted: TLSFault = TLSFault(SoundFault.self)
  /// The certificate has expired.
  public static let expired: TLSFault = TLSFault(ExpiredFault.self)
  /// The certificate is not valid yet.
  public static let notYetValid: TLSFault = TLSFault(NotYetValidFault.self)
  /// The certificate is for another host.
  public static let wrongHost: TLSFault = TLSFault(WrongHostFault.self)
  /// The certificate is vouched for by an authority that nobody knows.
  public static let unknownAuthority: TLSFault = TLSFault(UnknownAuthorityFault.self)
  /// Only versions of TLS are spoken that clients have given up.
  public static let oldProtocol: TLSFault = TLSFault(OldProtocolFault.self)
  /// The handshake is never answered.
  public static let handshakeStall: TLSFault = TLSFault(HandshakeStallFault.self)
  /// The handshake is answered with a fatal alert.
  public static let handshakeAlert: TLSFault = TLSFault(HandshakeAlertFault.self)
  /// The client is refused after the handshake.
  public static let lateAlert: TLSFault = TLSFault(LateAlertFault.self)
}
