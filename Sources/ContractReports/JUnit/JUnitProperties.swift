import ContractModel

/// The properties that reports may tell.
///
/// They are an allow-list: what else a run knows, such as URLs and header fields, may be secret.
/// Each list has at least one property, because some schemas forbid an empty `properties`.
enum JUnitProperties {
  /// The properties of a suite.
  ///
  /// Some readers take all suites of a document for one, and a name that occurs twice in it for an
  /// error. So the names in every suite but the first end in its number: `seed.2`.
  ///
  /// - Parameter place: how many suites stand before it in its document.
  static func ofSuite(
    _ result: VerificationResult, at place: Int
  ) -> [(name: String, value: String)] {
    let properties: [(name: String, value: String?)] = [
      ("seed", String(result.seed)),
      ("provider.version", result.provider.version),
      ("provider.branch", result.provider.branch),
    ]
    return present(properties).map { name, value in
      (place == 0 ? name : "\(name).\(place + 1)", value)
    }
  }

  /// The properties of a test case.
  static func ofCase(_ result: InteractionResult) -> [(name: String, value: String)] {
    // Some readers take a name that occurs twice for an error.
    let states = result.providerStates.joined(separator: ", ")
    let properties: [(name: String, value: String?)] = [
      ("kind", result.kind), ("key", result.key), ("states", states.isEmpty ? nil : states),
      ("test", result.testName),
      ("time.first-byte-ms", result.timings?.firstByte.millisecondsText),
      ("time.total-ms", result.timings?.total.millisecondsText),
      // Where nothing was asked again it would say nothing.
      ("tries", result.tries > 1 ? String(result.tries) : nil),
      ("latency.samples", result.latency.map { String($0.samples) }),
    ]
    let latency = result.latency.map { latency in
      LatencySummary.Measure.allCases.map {
        (name: "latency.\($0.rawValue)-ms", value: latency[$0].millisecondsText as String?)
      }
    }
    return present(properties + (latency ?? []))
  }

  /// Writes properties as an element.
  static func write(_ properties: [(name: String, value: String)], to xml: inout XMLWriter) {
    xml.element("properties") { xml in
      for (name, value) in properties {
        xml.element("property") { xml in
          xml.attribute("name", name)
          xml.attribute("value", value)
        }
      }
    }
  }

  private static func present(
    _ properties: [(name: String, value: String?)]
  ) -> [(name: String, value: String)] {
    properties.compactMap { name, value in value.map { (name, $0) } }
  }
}
