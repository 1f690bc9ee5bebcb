import ContractModel

/// One part of the summary as a table, which each format lays out in its own way.
struct SummaryTable {
  /// What is in it.
  var title: String
  /// The heads of the columns.
  var columns: [String]
  /// The rows, as long as the heads.
  var rows: [[String]]
  /// What stands there when there are no rows.
  var nothing: String

  /// All parts, in the order in which they are shown.
  static func all(_ summary: IntegrationSummary) -> [SummaryTable] {
    [points(summary), gaps(summary), risks(summary), rollbackPoints(summary)]
  }

  private static func points(_ summary: IntegrationSummary) -> SummaryTable {
    SummaryTable(
      title: "Integration points", columns: ["consumer", "provider", "interactions", "results"],
      rows: summary.points.map { [$0.consumer, $0.provider, $0.kindsText, $0.resultsText] },
      nothing: "There is no contract.")
  }

  private static func gaps(_ summary: IntegrationSummary) -> SummaryTable {
    let names: [SummaryGap.Kind: String] = [
      .noErrorCase: "operation without an error case", .unverifiedState: "state never verified",
      .unverifiedInteraction: "interaction without a result",
    ]
    return SummaryTable(
      title: "Not covered", columns: ["what", "between", "which", "where"],
      rows: summary.gaps.map { gap in
        let parties = gap.consumer.map { "\($0) → \(gap.provider)" } ?? gap.provider
        return [
          names[gap.kind] ?? gap.kind.rawValue, parties, gap.subject,
          gap.location?.description ?? "",
        ]
      }, nothing: "Every operation has an error case, and everything was verified.")
  }

  private static func risks(_ summary: IntegrationSummary) -> SummaryTable {
    SummaryTable(
      title: "Risks", columns: ["rule", "services", "why"],
      rows: summary.risks.map { [$0.rule.rawValue, $0.subject, $0.reason] },
      nothing: "No rule finds one.")
  }

  private static func rollbackPoints(_ summary: IntegrationSummary) -> SummaryTable {
    SummaryTable(
      title: "Rollback points", columns: ["provider", "version", "why"],
      rows: summary.rollbackPoints.map { [$0.provider, $0.version ?? "unknown", $0.reason] },
      nothing: "There is no provider.")
  }
}

extension IntegrationPoint {
  /// The counts by kind, e.g. `3 http, 1 message`.
  var kindsText: String {
    kinds.isEmpty ? "none" : kinds.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
  }

  /// The counts by result, e.g. `2 passed, 1 without a result`.
  var resultsText: String {
    let statuses: [InteractionResult.Status] = [.passed, .failed, .error, .pending]
    var parts = statuses.filter { count($0) > 0 }.map { "\(count($0)) \($0.rawValue)" }
    if count(nil) > 0 { parts.append("\(count(nil)) without a result") }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}
