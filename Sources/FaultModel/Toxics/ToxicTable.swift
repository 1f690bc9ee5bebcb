/// The kinds of toxics.
package enum ToxicTable {
  /// Every kind.
  package static let kinds: [any ToxicKind.Type] = [
    NoopToxic.self, LatencyToxic.self, BandwidthToxic.self, SlowCloseToxic.self,
    TimeoutToxic.self, ResetPeerToxic.self, SlicerToxic.self, LimitDataToxic.self,
    PacketLossToxic.self, DownToxic.self,
  ]

  /// The kind that has a name, or `nil`.
  package static func kind(_ type: String) -> (any ToxicKind.Type)? {
    kinds.first { $0.type == type }
  }
}
