/// What a kind of fault does to the handshake of a connection over TLS.
package protocol TLSFaultKind: Sendable {
  /// The kind's name in scripts.
  static var type: String { get }

  /// Changes how the mock meets the client.
  static func strike(_ handshake: inout TLSHandshake)
}
