/// How late a response is: the sum of a fixed time and one drawn from a distribution.
package struct StubDelay: Sendable, Hashable {
  /// How a time is drawn, all in milliseconds.
  package enum Distribution: Sendable, Hashable {
    /// Always the same.
    case fixed(Double)
    /// Any time between two, each as likely.
    case uniform(lower: Double, upper: Double)
    /// Log-normally distributed, with the spread `sigma` of the logarithm, and never above `most`.
    case logNormal(median: Double, sigma: Double, most: Double?)
  }

  /// The fixed time in milliseconds, or `nil` for that of the settings.
  package var fixed: Int?
  /// The distribution of what is added, or `nil` for that of the settings.
  package var distribution: Distribution?

  /// Creates a delay.
  package init(fixed: Int? = nil, distribution: Distribution? = nil) {
    self.fixed = fixed
    self.distribution = distribution
  }

  /// Whether there is none.
  package var isEmpty: Bool { fixed == nil && distribution == nil }
}

/// A body that comes in chunks over a time.
package struct StubDribble: Sendable, Hashable {
  /// How many chunks there are.
  package var chunks: Int
  /// The milliseconds from the head to the last chunk.
  package var milliseconds: Int

  /// Creates a dribble.
  package init(chunks: Int, milliseconds: Int) {
    self.chunks = chunks
    self.milliseconds = milliseconds
  }
}
