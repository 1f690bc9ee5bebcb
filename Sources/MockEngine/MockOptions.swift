/// How a mock answers.
public struct MockOptions: Sendable, Hashable {
  /// The status of the answer to a request that no interaction accepts.
  public var unmatchedStatus: Int
  /// The provider states whose interactions come first.
  public var states: [String]
  /// Decides what fault scripts leave to chance.
  public var seed: UInt64
  /// Whether answers allow every origin, and preflight requests are answered.
  public var allowsCrossOrigin: Bool

  /// Creates options.
  public init(
    unmatchedStatus: Int = 500, states: [String] = [], seed: UInt64 = 0,
    allowsCrossOrigin: Bool = false
  ) {
    self.unmatchedStatus = unmatchedStatus
    self.states = states
    self.seed = seed
    self.allowsCrossOrigin = allowsCrossOrigin
  }
}
