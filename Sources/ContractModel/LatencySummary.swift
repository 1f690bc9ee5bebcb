/// How long the answers to one request took, as figures.
public struct LatencySummary: Sendable, Hashable {
  /// A figure that many measurements come down to.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// Half of the answers took at most so long.
    case p50
    /// Nine of ten answers took at most so long.
    case p90
    /// 95 of 100 answers took at most so long.
    case p95
    /// 99 of 100 answers took at most so long.
    case p99
    /// The longest.
    case max
    /// The sum, divided by the number of answers.
    case mean
  }

  /// How many answers were measured.
  public var samples: Int
  private var figures: [Measure: Duration]

  /// Brings measurements down to figures.
  ///
  /// A percentile is the nearest rank: the smallest measurement that so many percent of all do not
  /// exceed. It is always one that was made; of one measurement every figure is that one.
  ///
  /// - Parameter samples: the measurements in any order.
  /// - Returns: `nil` when there are none.
  public init?(_ samples: [Duration]) {
    guard !samples.isEmpty else { return nil }
    let sorted = samples.sorted()
    self.samples = sorted.count
    figures = [:]
    for measure in Measure.allCases {
      figures[measure] =
        switch measure {
        case .p50: Self.percentile(50, of: sorted)
        case .p90: Self.percentile(90, of: sorted)
        case .p95: Self.percentile(95, of: sorted)
        case .p99: Self.percentile(99, of: sorted)
        case .max: sorted[sorted.count - 1]
        case .mean: sorted.reduce(.zero, +) / sorted.count
        }
    }
  }

  /// A figure.
  public subscript(measure: Measure) -> Duration { figures[measure] ?? .zero }

  private static func percentile(_ percent: Int, of sorted: [Duration]) -> Duration {
    let rank = (percent * sorted.count + 99) / 100
    return sorted[Swift.max(rank, 1) - 1]
  }
}
