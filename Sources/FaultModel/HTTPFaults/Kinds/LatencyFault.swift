/// Answers late, by milliseconds: `latency` ± `jitter`, or log-normally distributed with a `median`
/// and `sigma`, or with the percentiles `p50` and `p99`; never more than `most`.
struct LatencyFault: HTTPFaultKind {
  static let type = "latency"
  static let members: [FaultMember] = [
    .milliseconds("latency"), .milliseconds("jitter"), .milliseconds("median"),
    FaultMember("sigma", .number(0...10)), .milliseconds("p50"), .milliseconds("p99"),
    .milliseconds("most"),
  ]

  private enum Distribution {
    case uniform(Double, jitter: Double)
    case logNormal(median: Double, sigma: Double)
  }

  private let distribution: Distribution
  private let most: Double

  static func problem(_ members: FaultMembers) -> String? {
    switch Set(members.values.keys).subtracting(["most"]) {
    case ["latency"], ["latency", "jitter"], ["median", "sigma"]: return nil
    case ["p50", "p99"]:
      let (p50, p99) = (members[number: "p50"] ?? 0, members[number: "p99"] ?? 0)
      return 0 < p50 && p50 <= p99 ? nil : "expected 'p50' above 0 and 'p99' of at least that"
    default:
      return "'latency' needs 'latency' (and 'jitter'), or 'median' and 'sigma',"
        + " or 'p50' and 'p99', in milliseconds"
    }
  }

  init(_ members: FaultMembers) {
    most = members[number: "most"] ?? 86_400_000
    if let median = members[number: "median"] {
      distribution = .logNormal(median: median, sigma: members[number: "sigma"] ?? 0)
    } else if let p50 = members[number: "p50"], let p99 = members[number: "p99"] {
      let sigma = Quantile.log(p99 / p50) / Quantile.normal(0.99)
      distribution = .logNormal(median: p50, sigma: sigma)
    } else {
      distribution = .uniform(
        members[number: "latency"] ?? 0, jitter: members[number: "jitter"] ?? 0)
    }
  }

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    // Half a step off 0, where the normal distribution's quantile is not finite.
    let part = random.unit() + 0x1p-54
    let late =
      switch distribution {
      case .uniform(let latency, let jitter): latency + jitter * (part * 2 - 1)
      case .logNormal(let median, let sigma): median * Quantile.exp(sigma * Quantile.normal(part))
      }
    return [.wait(.microseconds(min(most, max(0, late)) * 1_000)), .send(answer.bytes)]
  }
}
