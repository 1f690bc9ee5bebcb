/// Finds the latest pact of every consumer with every provider that a broker knows.
package struct LatestPacts: BrokerConversation {
  private let address: BrokerAddress
  private var isAtIndex = true

  /// Creates a search in the broker at an address.
  package init(at address: BrokerAddress) { self.address = address }

  package mutating func start() throws(BrokerError) -> BrokerStep<[PactSelection]> {
    .send(BrokerRequest("GET", address.index, for: "the request for its index"))
  }

  package mutating func receive(
    _ answer: BrokerAnswer
  ) throws(BrokerError) -> BrokerStep<[PactSelection]> {
    let resource = try answer.resource()
    guard isAtIndex else { return .finished(PactSelection.latest(in: resource, at: address)) }
    isAtIndex = false
    guard let url = resource.link("pb:latest-pact-versions", at: address) else {
      throw BrokerError(
        .notHAL,
        "\(resource.url): the index has no 'pb:latest-pact-versions'; is --broker-url the address of"
          + " a Pact Broker?")
    }
    return .send(BrokerRequest("GET", url, for: "the request for the latest pacts"))
  }
}
