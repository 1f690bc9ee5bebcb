import JSONText

/// A row of a broker's matrix: a version of a consumer, and how a version of a provider honoured its pact.
package struct MatrixRow: Sendable, Hashable {
  /// How a verification ended.
  package struct Verification: Sendable, Hashable {
    /// The version of the provider.
    package var version: String
    /// Whether the whole pact was honoured.
    package var isSuccess: Bool
    /// When it was verified, as the broker writes it: `2026-01-31T12:00:00+00:00`.
    package var time: String
    /// Where the result of each interaction is, if the broker says so.
    package var url: String?
  }

  /// The consumer's version.
  package var consumerVersion: String
  /// When its pact was published, as the broker writes it.
  package var publishedAt: String
  /// The verification, or `nil` when there was none.
  package var verification: Verification?

  /// Reads a row, or gives `nil` when it is none.
  init?(_ row: JSONValue, in url: String, at address: BrokerAddress) {
    guard let consumerVersion = row["consumer"]?["version"]?["number"]?.string else { return nil }
    self.consumerVersion = consumerVersion
    publishedAt = row["pact"]?["createdAt"]?.string ?? ""
    guard let result = row["verificationResult"], !result.isNull else { return }
    guard let version = row["provider"]?["version"]?["number"]?.string,
      let isSuccess = result["success"]?.boolean, let time = result["verifiedAt"]?.string
    else { return nil }
    verification = Verification(
      version: version, isSuccess: isSuccess, time: time,
      url: HALResource(result, url: url).link("self", at: address))
  }
}
