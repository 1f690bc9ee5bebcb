public import ContractModel

/// What a verification gave, for CI servers: JUnit XML.
///
/// A contract is a suite and an interaction a test case, with all that differs in one element:
/// `failure` when the answer differs, `error` when there was none, `skipped` when the interaction
/// is pending or was not tried.
public struct JUnitReport: Sendable {
  /// What a document may hold.
  public enum Profile: Sendable, Hashable {
    /// Valid under the schemas of Jenkins' xUnit plugin (junit-10), of Azure DevOps (Windy Road)
    /// and of jest-junit.
    case strict
    /// With `file` and `line` of the contract, and properties for each test case: GitHub, GitLab
    /// and Testmo show them. No schema allows them.
    case rich
  }

  private let result: VerificationResult
  private let hostname: String
  private let profile: Profile

  /// Creates the report of a verification.
  ///
  /// - Parameters:
  ///   - hostname: the name of the machine that verified.
  ///   - profile: what the document may hold.
  public init(
    _ result: VerificationResult, hostname: String = "localhost", profile: Profile = .strict
  ) {
    self.result = result
    self.hostname = hostname
    self.profile = profile
  }

  /// The document as UTF-8.
  ///
  /// - Throws: ``ReportError/xmlNotWritten`` when the document does not fit into memory.
  public func bytes() throws(ReportError) -> [UInt8] {
    let groups = ContractGroup.groups(of: result.results)
    let suite = JUnitSuite(
      result, in: groups, profile: profile == .rich ? .rich : .strict, hostname: hostname)
    var xml = try XMLWriter(capacity: 4_096 + 256 * result.results.count)
    xml.element("testsuites") { xml in
      if profile == .rich { writeTotals(to: &xml) }
      for (id, group) in groups.enumerated() { suite.write(group, id: id, to: &xml) }
    }
    return try xml.finish()
  }

  private func writeTotals(to xml: inout XMLWriter) {
    xml.attribute("name", result.provider.name.xmlToken)
    xml.attribute("timestamp", "\(Timestamp(secondsSince1970: result.startedAt))")
    JUnitCounts(of: result.results).write(to: &xml)
  }
}
