package import ContractModel

/// The verdict on a client for CI servers: a test case for each rule.
package struct RehearsalJUnit {
  private let verdict: RehearsalVerdict

  /// Creates the document of a verdict.
  package init(_ verdict: RehearsalVerdict) { self.verdict = verdict }

  /// The document as UTF-8.
  ///
  /// - Throws: ``ReportError/xmlNotWritten`` when the document does not fit into memory.
  package func bytes(hostname: String) throws(ReportError) -> [UInt8] {
    let timeline = RehearsalTimeline(operations: verdict.operations).text
    return try JUnitChecks(
      name: "\(verdict.client) under faults", startedAt: verdict.startedAt,
      properties: [("seed", "\(verdict.seed)"), ("client.end", "\(verdict.end)")],
      cases: verdict.findings.map { finding in
        .init(
          name: finding.rule, duration: finding.rule == "total" ? verdict.duration : .zero,
          outcome: finding.holds
            ? .passed
            : .failed(
              message: finding.problems[0],
              text: (finding.problems.dropFirst() + ["", timeline]).joined(separator: "\n")))
      }, output: timeline + (verdict.output.isEmpty ? "" : "\n\n" + verdict.output)
    ).bytes(hostname: hostname)
  }
}
