/// Finds the pacts of a provider: the broker's index, then its selection.
package struct PactSearch: BrokerConversation {
  private enum State {
    case atIndex
    case selecting
    case listingLatest
  }

  private let address: BrokerAddress
  private let query: PactQuery
  private var state = State.atIndex

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - query: which pacts.
  ///   - address: where the broker is.
  package init(_ query: PactQuery, at address: BrokerAddress) {
    self.query = query
    self.address = address
  }

  package mutating func start() throws(BrokerError) -> BrokerStep<[PactSelection]> {
    .send(BrokerRequest("GET", address.index, for: "the request for its index"))
  }

  package mutating func receive(
    _ answer: BrokerAnswer
  ) throws(BrokerError) -> BrokerStep<[PactSelection]> {
    switch state {
    case .atIndex: return try select(try answer.resource())
    case .selecting, .listingLatest:
      // The broker does not know the provider: it has no pacts with it.
      if answer.status == 404 { return .finished([]) }
      let resource = try answer.resource()
      if case .selecting = state {
        return .finished(try PactSelection.selected(in: resource, at: address))
      }
      return .finished(PactSelection.latest(in: resource, at: address))
    }
  }

  private mutating func select(
    _ index: HALResource
  ) throws(BrokerError) -> BrokerStep<[PactSelection]> {
    let values = ["provider": query.provider]
    let purpose = "the request for the pacts of '\(query.provider)'"
    if let url = index.link(
      "pb:provider-pacts-for-verification", "beta:provider-pacts-for-verification", at: address,
      values)
    {
      state = .selecting
      return .send(BrokerRequest("POST", url, body: query.body, for: purpose))
    }
    guard let url = index.link("pb:latest-provider-pacts", at: address, values) else {
      throw BrokerError(
        .notHAL,
        "\(index.url): the index has neither 'pb:provider-pacts-for-verification' nor"
          + " 'pb:latest-provider-pacts'; is --broker-url the address of a Pact Broker?")
    }
    if query.needsSelection {
      throw BrokerError(
        .notHAL,
        "\(index.url): this broker is too old for --consumer-version-selector and"
          + " --include-wip-since (it has no 'pb:provider-pacts-for-verification'); upgrade it, or"
          + " leave them out to verify the latest pact of each consumer")
    }
    state = .listingLatest
    return .send(BrokerRequest("GET", url, for: purpose))
  }
}
