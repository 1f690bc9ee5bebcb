public import ContractModel

/// How long the answers of an interaction may take.
public struct LatencyBudget: Sendable, Hashable {
  /// The figure that is limited.
  public var measure: LatencySummary.Measure
  /// What it may be at most.
  public var limit: Duration

  /// Creates a budget.
  public init(_ measure: LatencySummary.Measure, atMost limit: Duration) {
    self.measure = measure
    self.limit = limit
  }

  /// What the measurements exceed the budget by, or `nil` when they keep it.
  func breach(by summary: LatencySummary) -> Mismatch? {
    let actual = summary[measure]
    guard actual > limit else { return nil }
    let of = measure == .max ? "longest" : measure == .mean ? "mean" : measure.rawValue
    let answers = summary.samples == 1 ? "1 answer" : "\(summary.samples) answers"
    return Mismatch(
      .latency, path: measure.rawValue, expected: "at most \(limit.shortText)",
      actual: actual.shortText,
      message:
        "Expected the \(of) time of \(answers) to be at most \(limit.shortText)"
        + " but it was \(actual.shortText)")
  }
}
