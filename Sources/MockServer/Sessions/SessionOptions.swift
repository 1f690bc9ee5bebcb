/// How many sessions a mock has, and for how long.
public struct SessionOptions: Sendable, Hashable {
  /// The most sessions at a time; 0 for none.
  public var limit: Int
  /// How long a session is kept that no request names.
  public var expiry: Duration

  /// Creates options.
  ///
  /// - Parameters:
  ///   - limit: the most sessions at a time; 0 switches them off, so that nothing in a request names
  ///     one.
  ///   - expiry: how long a session is kept that no request names.
  public init(limit: Int = 1_000, expiry: Duration = .seconds(600)) {
    self.limit = limit
    self.expiry = expiry
  }
}
