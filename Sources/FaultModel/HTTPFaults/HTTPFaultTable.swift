/// The kinds of faults that befall answers.
package enum HTTPFaultTable {
  /// Every kind.
  package static let kinds: [any HTTPFaultKind.Type] = [
    AsContractedFault.self, StatusFault.self, LatencyFault.self,
    ResetPeerFault.self, EmptyReplyFault.self, SilenceFault.self, NoContinueFault.self,
    CloseKeepAliveFault.self,
    SlowHeadersFault.self, SlowBodyFault.self, CutBodyFault.self,
    WrongContentLengthFault.self, MalformedChunkFault.self, GarbageStatusLineFault.self,
    GarbageAfterFault.self, DuplicateHeaderFault.self, OversizeHeaderFault.self,
    BadGzipFault.self, WrongContentTypeFault.self,
    ResetStreamFault.self, GoAwayFault.self, StalledWindowFault.self,
  ]

  /// The kind that has a name.
  ///
  /// - Throws: ``FaultError`` that names those that there are.
  package static func kind(_ type: String) throws(FaultError) -> any HTTPFaultKind.Type {
    guard let kind = kinds.first(where: { $0.type == type }) else {
      let names = kinds.map { $0.type }
      throw FaultError(
        "the fault type '\(type)' is not known, expected \(names.dropLast().joined(separator: ", "))"
          + " or \(names.last ?? "")")
    }
    return kind
  }
}
