import ContractModel

/// Something that may go wrong, by a documented rule.
package struct SummaryRisk: Sendable, Hashable {
  /// The rules, the gravest first; docs/summary.md explains them.
  package enum Rule: String, Sendable, Hashable, CaseIterable {
    case broken, error, unusable, unverified, pending
    case noContract = "no-contract"
    case cycle
    case noErrorCase = "no-error-case"
    case manyConsumers = "many-consumers"
  }

  /// The rule.
  package var rule: Rule
  /// The services that are concerned.
  package var subject: String
  /// Why it is a risk.
  package var reason: String
}

extension IntegrationSummary {
  /// So many consumers make every change of a provider a matter of many.
  private static let manyConsumers = 3

  /// The risks, the gravest rule first, then by the names of the services.
  package var risks: [SummaryRisk] {
    let all = points.flatMap(risks(at:)) + foreignResults + cycles + providers.flatMap(risks(of:))
    return SummaryRisk.Rule.allCases.flatMap { rule in all.filter { $0.rule == rule } }
  }

  private func risks(at point: IntegrationPoint) -> [SummaryRisk] {
    let total = point.entries.count
    let unusable = point.entries.count { $0.kind == "unknown" }
    let counts: [(SummaryRisk.Rule, Int, String)] = [
      (.broken, point.count(.failed), "the provider breaks"),
      (.error, point.count(.error), "the last verification ended without an answer for"),
      (.unusable, unusable, "can neither be played nor verified:"),
      (.unverified, point.count(nil), "no verification is known of"),
      (.pending, point.count(.pending), "do not pass and do not count yet:"),
    ]
    return counts.filter { $0.1 > 0 }.map { rule, count, text in
      SummaryRisk(
        rule: rule, subject: "\(point.consumer) → \(point.provider)",
        reason: "\(text) \(count) of \(total) interactions")
    }
  }

  private func risks(of provider: String) -> [SummaryRisk] {
    var risks: [SummaryRisk] = []
    let operations = operationNames(of: provider)
    if !operations.withoutErrors.isEmpty {
      risks.append(
        SummaryRisk(
          rule: .noErrorCase, subject: provider,
          reason: "no consumer says what it expects when it fails:"
            + " \(operations.withoutErrors.count) of \(operations.all.count) operations"))
    }
    let consumers = points(of: provider).count
    if consumers >= Self.manyConsumers {
      risks.append(
        SummaryRisk(
          rule: .manyConsumers, subject: provider,
          reason: "a change concerns \(consumers) consumers"))
    }
    return risks
  }

  /// Results of contracts that are not among the files.
  private var foreignResults: [SummaryRisk] {
    let known = Set(points.map { [$0.consumer, $0.provider] })
    let seen = Set(runs.flatMap { $0.statuses.keys.map { [$0.consumer, $0.provider] } })
    return seen.subtracting(known).sorted { $0.lexicographicallyPrecedes($1) }.map { pair in
      SummaryRisk(
        rule: .noContract, subject: pair.joined(separator: " → "),
        reason: "there are results, but the contract is not among the files")
    }
  }

  /// Services that call each other in a circle: none can be released first.
  private var cycles: [SummaryRisk] {
    var reached: [String: Set<String>] = [:]
    let calls = Dictionary(grouping: points, by: \.consumer).mapValues { $0.map(\.provider) }
    for name in calls.keys {
      var seen: Set<String> = []
      var next = calls[name] ?? []
      while let service = next.popLast() {
        if seen.insert(service).inserted { next += calls[service] ?? [] }
      }
      reached[name] = seen
    }
    let circles = Set(
      reached.filter { $0.value.contains($0.key) }.map { name, others in
        others.filter { reached[$0]?.contains(name) == true }.sorted()
      })
    return circles.sorted { $0.lexicographicallyPrecedes($1) }.map { circle in
      SummaryRisk(
        rule: .cycle, subject: circle.joined(separator: ", "),
        reason: circle.count == 1
          ? "the service calls itself" : "the services need each other, so none can go first")
    }
  }
}
