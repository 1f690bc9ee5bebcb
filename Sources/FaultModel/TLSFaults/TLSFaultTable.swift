/// The kinds of faults that befall connections over TLS.
package enum TLSFaultTable {
  /// Every kind.
  package static let kinds: [any TLSFaultKind.Type] = [
    SoundFault.self, ExpiredFault.self, NotYetValidFault.self, WrongHostFault.self,
    UnknownAuthorityFault.self, OldProtocolFault.self, HandshakeStallFault.self,
    HandshakeAlertFault.self, LateAlertFault.self,
  ]

  /// The kind that has a name.
  ///
  /// - Throws: ``FaultError`` that names those that there are.
  package static func kind(_ type: String) throws(FaultError) -> any TLSFaultKind.Type {
    guard let kind = kinds.first(where: { $0.type == type }) else {
      let names = kinds.map { $0.type }
      throw FaultError(
        "the TLS fault '\(type)' is not known, expected \(names.dropLast().joined(separator: ", "))"
          + " or \(names.last ?? "")")
    }
    return kind
  }
}
