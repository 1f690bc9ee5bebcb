import JSONText

/// A pact that a broker has chosen, before it is fetched.
package struct PactSelection: Sendable, Hashable {
  /// Where it is.
  package var url: String
  /// Whether a mismatch does not count yet.
  package var isPending = false
  /// The broker's remarks.
  package var notices: [BrokerNotice] = []

  /// A pact at an address, of which no broker has said anything.
  package init(url: String, isPending: Bool = false, notices: [BrokerNotice] = []) {
    self.url = url
    self.isPending = isPending
    self.notices = notices
  }

  /// The pacts in an answer to a query with selectors.
  static func selected(
    in resource: HALResource, at address: BrokerAddress
  ) throws(BrokerError) -> [PactSelection] {
    var selections: [PactSelection] = []
    for pact in (resource.root["_embedded"]?["pacts"] ?? .null).elements {
      guard let url = HALResource(pact, url: resource.url).link("self", at: address) else {
        throw BrokerError(
          .notHAL, "\(resource.url): a pact in the broker's answer has no link 'self'")
      }
      let properties = pact["verificationProperties"]
      selections.append(
        PactSelection(
          url: url, isPending: properties?["pending"]?.boolean ?? false,
          notices: BrokerNotice.list(properties)))
    }
    return selections
  }

  /// The pacts in a list of the latest ones, as brokers without selectors give it.
  static func latest(in resource: HALResource, at address: BrokerAddress) -> [PactSelection] {
    let links = resource.links("pb:pacts") + resource.links("pacts")
    var seen: Set<String> = []
    return links.map { address.resolve($0, in: resource.url) }.filter { seen.insert($0).inserted }
      .map { PactSelection(url: $0) }
  }
}
