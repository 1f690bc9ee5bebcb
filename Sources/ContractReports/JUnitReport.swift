public import ContractModel

/// What a verification gave, for CI servers: JUnit XML.
///
/// The document is valid under the schemas of Jenkins' xUnit plugin (junit-10), of Azure DevOps
/// (Windy Road) and of jest-junit. A contract is a suite and an interaction a test case, with all
/// that differs in one element: `failure` when the answer differs, `error` when there was none,
/// `skipped` when the interaction is pending or was not tried.
public struct JUnitReport: Sendable {
  private let result: VerificationResult
  private let hostname: String

  /// Creates the report of a verification.
  ///
  /// - Parameter hostname: the name of the machine that verified.
  public init(_ result: VerificationResult, hostname: String = "localhost") {
    self.result = result
    self.hostname = hostname
  }

  /// The document as UTF-8.
  ///
  /// - Throws: ``ReportError/xmlNotWritten`` when the document does not fit into memory.
  public func bytes() throws(ReportError) -> [UInt8] {
    let groups = ContractGroup.groups(of: result.results)
    let names = JUnitCaseNames.names(of: result.results, in: groups)
    var xml = try XMLWriter(capacity: 4_096 + 256 * result.results.count)
    xml.element("testsuites") { xml in
      for (id, group) in groups.enumerated() {
        write(group, id: id, names: names, to: &xml)
      }
    }
    return try xml.finish()
  }

  private func write(
    _ group: ContractGroup, id: Int, names: [String], to xml: inout XMLWriter
  ) {
    let className = JUnitCaseNames.className(of: group)
    xml.element("testsuite") { xml in
      // Readers put the package before the name, so the name alone holds both parties.
      xml.attribute("package", "")
      xml.attribute("id", id)
      xml.attribute("name", className)
      let host = hostname.xmlToken
      xml.attribute("hostname", host.isEmpty ? "localhost" : host)
      xml.attribute("timestamp", "\(Timestamp(secondsSince1970: result.startedAt))")
      writeCounts(of: group, to: &xml)
      writeProperties(to: &xml)
      for index in group.indices {
        xml.element("testcase") { xml in
          xml.attribute("classname", className)
          xml.attribute("name", names[index])
          xml.attribute("time", result.results[index].duration.secondsText)
          writeOutcome(at: index, to: &xml)
        }
      }
      xml.element("system-out")
      xml.element("system-err")
    }
  }

  private func writeCounts(of group: ContractGroup, to xml: inout XMLWriter) {
    var (failures, errors, skipped, time) = (0, 0, 0, Duration.zero)
    for index in group.indices {
      switch result.results[index].status {
      case .passed: break
      case .failed: failures += 1
      case .error: errors += 1
      case .pending, .skipped: skipped += 1
      }
      time += max(result.results[index].duration, .zero)
    }
    xml.attribute("tests", group.indices.count)
    xml.attribute("failures", failures)
    xml.attribute("errors", errors)
    xml.attribute("skipped", skipped)
    xml.attribute("time", time.secondsText)
  }

  private func writeProperties(to xml: inout XMLWriter) {
    let properties: [(name: String, value: String?)] = [
      ("seed", String(result.seed)),
      ("provider.version", result.provider.version),
      ("provider.branch", result.provider.branch),
    ]
    xml.element("properties") { xml in
      for case (let name, let value?) in properties {
        xml.element("property") { xml in
          xml.attribute("name", name)
          xml.attribute("value", value)
        }
      }
    }
  }

  private func writeOutcome(at index: Int, to xml: inout XMLWriter) {
    switch result.results[index].status {
    case .passed: break
    case .failed: write(result.results[index], as: "failure", type: "mismatch", to: &xml)
    case .error: write(result.results[index], as: "error", type: "error", to: &xml)
    case .pending, .skipped: write(result.results[index], as: "skipped", type: nil, to: &xml)
    }
  }

  private func write(
    _ result: InteractionResult, as name: StaticString, type: String?, to xml: inout XMLWriter
  ) {
    let details = JUnitDetails(result)
    xml.element(name) { xml in
      xml.attribute("message", details.headline)
      if let type { xml.attribute("type", type) }
      xml.text(details.text)
    }
  }
}
