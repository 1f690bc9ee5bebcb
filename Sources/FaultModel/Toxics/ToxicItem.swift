/// Something that leaves a stream at its time.
package struct ToxicItem: Sendable, Hashable {
  /// What leaves.
  package enum Event: Sendable, Hashable {
    /// This many bytes are sent on.
    case data(Int)
    /// This many bytes are thrown away.
    case discarded(Int)
    /// The stream ends; the other direction goes on.
    case end
    /// The connection is closed.
    case close
    /// The connection is reset.
    case reset
  }

  /// What leaves.
  package var event: Event
  /// When it leaves.
  package var time: ToxicTime

  /// The number of bytes that it takes from what came.
  package var bytes: Int {
    switch event {
    case .data(let count), .discarded(let count): count
    case .end, .close, .reset: 0
    }
  }
}
