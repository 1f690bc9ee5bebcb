import JSONText

/// Which pacts of a provider a Pact Broker is asked for.
package struct PactQuery: Sendable, Hashable {
  /// The name of the provider.
  package var provider: String
  /// Which versions of consumers; none leaves it to the broker, which takes the latest.
  package var selectors: [ConsumerVersionSelector] = []
  /// Whether pacts that this provider's branch never honoured are marked as pending.
  package var includesPending = false
  /// The day from which pacts that no selector chose are added as work in progress.
  package var workInProgressSince: String?
  /// The provider's branch.
  package var providerBranch: String?
  /// The provider's tags.
  package var providerTags: [String] = []

  /// Creates a query for all that the broker gives by itself.
  package init(provider: String) { self.provider = provider }

  /// The body that the broker's `pb:provider-pacts-for-verification` takes.
  var body: [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      if !providerTags.isEmpty {
        writer.key("providerVersionTags")
        writer.array { writer in providerTags.forEach { writer.string($0) } }
      }
      writer.member("includePendingStatus", includesPending)
      if let workInProgressSince {
        writer.member("includeWipPactsSince", workInProgressSince)
      }
      writer.key("consumerVersionSelectors")
      writer.array { writer in selectors.forEach { writer.value($0.json) } }
      if let providerBranch { writer.member("providerVersionBranch", providerBranch) }
    }
    return writer.bytes
  }

  /// Whether a broker that only knows the latest pacts would leave something out.
  var needsSelection: Bool { !selectors.isEmpty || workInProgressSince != nil }
}
