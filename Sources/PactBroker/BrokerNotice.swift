import JSONText

/// A remark of a Pact Broker on a pact, for a person to read.
package struct BrokerNotice: Sendable, Hashable {
  /// When it is told, e.g. `before_verification`.
  package let time: String
  /// What it says.
  package let text: String

  /// Reads the notices of a pact that was selected for verification.
  static func list(_ properties: JSONValue?) -> [BrokerNotice] {
    (properties?["notices"] ?? .null).elements.compactMap { notice in
      guard let text = notice["text"]?.string else { return nil }
      return BrokerNotice(time: notice["when"]?.string ?? "before_verification", text: text)
    }
  }

  /// Whether it is told before anything is verified.
  package var isBefore: Bool { time == "before_verification" }

  /// Whether it is told after a verification that ended so.
  package func isAfter(success: Bool, published: Bool) -> Bool {
    guard time.hasPrefix("after_verification") else { return false }
    let conditions = time.dropFirst("after_verification".count).drop { $0 == ":" }
    return conditions.isEmpty || conditions == "success_\(success)_published_\(published)"
  }
}
