import ArgumentParser
import ContractModel
import ContractVerifier

/// How long the answers to `verify` may take.
struct BudgetOptions: ParsableArguments {
  @Option(
    name: .customLong("max-latency"),
    help: """
      Fail an interaction over HTTP whose answers take longer, as 'p95=200ms' (repeatable): p50, p90, p95, \
      p99, max or mean.
      """)
  var budgets: [LatencyOption] = []

  @Option(
    help: "How often each GET, HEAD, OPTIONS and TRACE is asked, so that times are known better.")
  var samples = 1

  func validate() throws {
    guard (1...10_000).contains(samples) else {
      throw ValidationError("--samples \(samples): expected 1 to 10000")
    }
    var measures: Set<LatencySummary.Measure> = []
    for budget in budgets where !measures.insert(budget.budget.measure).inserted {
      throw ValidationError("--max-latency \(budget.budget.measure.rawValue) is given twice")
    }
  }

  /// Says to a verification what is wished.
  func apply(to configuration: inout VerifierConfiguration) {
    configuration.samples = samples
    configuration.latencyBudgets = budgets.map(\.budget)
  }
}

/// A budget: a measure and its limit, e.g. `p95=200ms`.
struct LatencyOption: ExpressibleByArgument {
  let budget: LatencyBudget

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let measure = LatencySummary.Measure(rawValue: String(parts[0])),
      let limit = Duration(written: String(parts[1])), limit > .zero
    else { return nil }
    budget = LatencyBudget(measure, atMost: limit)
  }
}
