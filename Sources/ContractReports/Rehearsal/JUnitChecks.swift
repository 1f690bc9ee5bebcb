import ContractModel

/// One suite of checks as JUnit XML, which the schemas of Jenkins and Azure DevOps allow.
struct JUnitChecks {
  /// A test case.
  struct Case {
    /// How a check ended.
    enum Outcome {
      case passed
      case failed(message: String, text: String)
      case skipped(message: String)
    }

    var name: String
    var duration: Duration = .zero
    var outcome: Outcome
  }

  var name: String
  var startedAt: Double
  var properties: [(name: String, value: String)]
  var cases: [Case]
  /// What stands in the suite as its output.
  var output: String

  /// The document as UTF-8.
  func bytes(hostname: String) throws(ReportError) -> [UInt8] {
    var xml = try XMLWriter(capacity: 4_096 + 512 * cases.count)
    xml.element("testsuites") { xml in
      xml.element("testsuite") { xml in
        xml.attribute("package", "")
        xml.attribute("id", 0)
        xml.attribute("name", name.xmlToken)
        xml.attribute("hostname", hostname.xmlToken.isEmpty ? "localhost" : hostname.xmlToken)
        xml.attribute("timestamp", "\(Timestamp(secondsSince1970: startedAt))")
        writeCounts(to: &xml)
        xml.element("properties") { xml in
          for property in properties {
            xml.element("property") { xml in
              xml.attribute("name", property.name)
              xml.attribute("value", property.value)
            }
          }
        }
        for check in cases { write(check, to: &xml) }
        xml.element("system-out") { if !output.isEmpty { $0.text(output) } }
        xml.element("system-err")
      }
    }
    return try xml.finish()
  }

  private func writeCounts(to xml: inout XMLWriter) {
    var failures = 0
    var skipped = 0
    for check in cases {
      switch check.outcome {
      case .passed: break
      case .failed: failures += 1
      case .skipped: skipped += 1
      }
    }
    xml.attribute("tests", cases.count)
    xml.attribute("failures", failures)
    xml.attribute("errors", 0)
    xml.attribute("skipped", skipped)
    let total = cases.reduce(Duration.zero) { $0 + $1.duration }
    xml.attribute("time", total.secondsText)
  }

  private func write(_ check: Case, to xml: inout XMLWriter) {
    xml.element("testcase") { xml in
      xml.attribute("classname", name.xmlToken)
      xml.attribute("name", check.name.xmlToken)
      xml.attribute("time", check.duration.secondsText)
      switch check.outcome {
      case .passed: break
      case .failed(let message, let text):
        xml.element("failure") { xml in
          xml.attribute("message", message)
          xml.attribute("type", "rehearsal")
          xml.text(message + "\n" + text)
        }
      case .skipped(let message): xml.element("skipped") { $0.attribute("message", message) }
      }
    }
  }
}
