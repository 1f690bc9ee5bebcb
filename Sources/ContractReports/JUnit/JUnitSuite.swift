import ContractModel

/// Writes the suites and test cases of a verification in one of the dialects of JUnit XML.
struct JUnitSuite {
  /// A dialect.
  enum Profile {
    /// What the schemas of Jenkins, Azure DevOps and jest-junit all allow.
    case strict
    /// What the schema of Maven Surefire allows.
    case surefire
    /// With the place in the contract and with properties for each case, which no schema allows.
    case rich
  }

  private let result: VerificationResult
  private let names: [String]
  private let profile: Profile
  private let hostname: String

  /// Prepares the suites of a verification.
  ///
  /// - Parameters:
  ///   - groups: the contracts of the result.
  ///   - hostname: the machine that verified; the dialect of Surefire does not tell it.
  init(
    _ result: VerificationResult, in groups: [ContractGroup], profile: Profile, hostname: String
  ) {
    self.result = result
    names = JUnitCaseNames.names(of: result.results, in: groups)
    self.profile = profile
    let host = hostname.xmlToken
    self.hostname = host.isEmpty ? "localhost" : host
  }

  /// Writes the suite of a contract.
  func write(_ group: ContractGroup, id: Int, to xml: inout XMLWriter) {
    let className = JUnitCaseNames.className(of: group)
    xml.element("testsuite") { xml in
      if profile != .surefire {
        // Readers put the package before the name, so the name alone holds both parties.
        xml.attribute("package", "")
        xml.attribute("id", id)
      }
      xml.attribute("name", className)
      if profile != .surefire { xml.attribute("hostname", hostname) }
      xml.attribute("timestamp", "\(Timestamp(secondsSince1970: result.startedAt))")
      JUnitCounts(of: group.indices.lazy.map { result.results[$0] }).write(to: &xml)
      let place = profile == .surefire ? 0 : id
      JUnitProperties.write(JUnitProperties.ofSuite(result, at: place), to: &xml)
      for index in group.indices {
        writeCase(result.results[index], named: names[index], of: className, to: &xml)
      }
      if profile != .surefire {
        // The provider wrote for all suites: the first one tells it.
        let written = id == 0 ? result.providerOutput : nil
        Self.write(written?.output, as: "system-out", to: &xml)
        Self.write(written?.errors, as: "system-err", to: &xml)
      }
    }
  }

  private static func write(_ text: String?, as name: StaticString, to xml: inout XMLWriter) {
    xml.element(name) { xml in
      if let text, !text.isEmpty { xml.text(text) }
    }
  }

  private func writeCase(
    _ result: InteractionResult, named name: String, of className: String,
    to xml: inout XMLWriter
  ) {
    xml.element("testcase") { xml in
      xml.attribute("classname", className)
      xml.attribute("name", name)
      if profile == .rich, let location = result.location {
        xml.attribute("file", location.file)
        xml.attribute("line", location.line)
      }
      xml.attribute("time", result.duration.secondsText)
      if profile == .rich { JUnitProperties.write(JUnitProperties.ofCase(result), to: &xml) }
      writeOutcome(of: result, to: &xml)
      if profile != .strict, !result.comments.isEmpty {
        xml.element("system-out") { $0.text(result.comments.joined(separator: "\n")) }
      }
    }
  }

  private func writeOutcome(of result: InteractionResult, to xml: inout XMLWriter) {
    switch result.status {
    case .passed: break
    case .failed: write(result, as: "failure", type: "mismatch", to: &xml)
    case .error: write(result, as: "error", type: "error", to: &xml)
    case .pending, .skipped: write(result, as: "skipped", type: nil, to: &xml)
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
