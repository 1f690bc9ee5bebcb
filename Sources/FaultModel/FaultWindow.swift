/// A part of the time since a mock began to listen.
public struct FaultWindow: Sendable, Hashable {
  /// When it begins.
  public var from: Duration
  /// When it ends; `nil` for never.
  public var to: Duration?

  /// Creates a window.
  public init(from: Duration = .zero, to: Duration? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether a moment lies in it.
  package func contains(_ time: Duration) -> Bool { time >= from && to.map { time < $0 } ?? true }
}
