package import StubModel

/// Reads how late a response is.
package struct StubDelayReader: Sendable {
  private let dialect: StubDialect
  /// The longest delay, a day, in milliseconds.
  private static let longest = 86_400_000

  /// Creates a reader.
  package init(_ dialect: StubDialect) { self.dialect = dialect }

  /// Reads the delay of a response.
  ///
  /// - Throws: ``StubProblem`` for a time that is below 0 or above a day.
  func delay(_ response: StubCursor) throws(StubProblem) -> StubDelay {
    var delay = StubDelay()
    if let fixed = response["fixedDelayMilliseconds"] { delay.fixed = try self.fixed(fixed) }
    if let distribution = response["delayDistribution"] {
      delay.distribution = try self.distribution(distribution)
    }
    return delay
  }

  /// Reads a fixed delay.
  ///
  /// - Throws: ``StubProblem`` for a time that is below 0 or above a day.
  package func fixed(_ cursor: StubCursor) throws(StubProblem) -> Int {
    let lowest = dialect == .strict ? 0 : -Self.longest
    return max(0, try cursor.integer(in: lowest...Self.longest))
  }

  /// Reads a distribution.
  ///
  /// - Throws: ``StubProblem`` for an unknown type, a missing member, or limits the wrong way round.
  package func distribution(
    _ cursor: StubCursor
  ) throws(StubProblem) -> StubDelay.Distribution {
    try cursor.object()
    switch try cursor["type"]?.string() {
    case "fixed":
      try cursor.known(["type", "milliseconds"])
      return .fixed(try amount("milliseconds", cursor))
    case "uniform":
      try cursor.known(["type", "lower", "upper"])
      let (lower, upper) = (try amount("lower", cursor), try amount("upper", cursor))
      guard lower <= upper else {
        throw cursor.problem("'lower' is above 'upper': no time lies between them", key: "lower")
      }
      return .uniform(lower: lower, upper: upper)
    case "lognormal":
      try cursor.known(["type", "median", "sigma", "maxValue"])
      let most = try cursor["maxValue"].map { most throws(StubProblem) in try most.amount() }
      let sigma = try amount("sigma", cursor)
      guard sigma <= 10 else { throw cursor.problem("'sigma' is above 10", key: "sigma") }
      return .logNormal(median: try amount("median", cursor), sigma: sigma, most: most)
    case let type:
      throw (cursor["type"] ?? cursor).problem(
        "the distribution '\(type ?? "")' is not known; known are fixed, uniform and lognormal")
    }
  }

  /// Reads a dribble.
  ///
  /// - Throws: ``StubProblem`` for numbers out of their limits.
  func dribble(_ cursor: StubCursor?) throws(StubProblem) -> StubDribble? {
    guard let cursor else { return nil }
    try cursor.known(["numberOfChunks", "totalDuration"])
    guard let chunks = cursor["numberOfChunks"], let duration = cursor["totalDuration"] else {
      throw cursor.problem("expected 'numberOfChunks' and 'totalDuration', in milliseconds")
    }
    return StubDribble(
      chunks: try chunks.integer(in: 1...1_000_000),
      milliseconds: try duration.integer(in: 0...Self.longest))
  }

  private func amount(_ name: String, _ cursor: StubCursor) throws(StubProblem) -> Double {
    guard let value = cursor[name] else {
      throw cursor.problem("the distribution has no '\(name)'")
    }
    return min(try value.amount(), Double(Self.longest))
  }
}
