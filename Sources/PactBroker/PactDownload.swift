/// Fetches one pact from its address, be it in a broker or on any other server.
package struct PactDownload: BrokerConversation {
  private let address: BrokerAddress

  /// Creates a download.
  ///
  /// - Parameter address: where the pact is.
  package init(_ address: BrokerAddress) { self.address = address }

  package mutating func start() throws(BrokerError) -> BrokerStep<BrokerPact> {
    .send(BrokerRequest("GET", address.url, for: "the request for a pact"))
  }

  package mutating func receive(
    _ answer: BrokerAnswer
  ) throws(BrokerError) -> BrokerStep<BrokerPact> {
    if answer.status == 404 {
      throw BrokerError(.notFound, "\(address.url): there is no pact at this address (404)")
    }
    try answer.check()
    return .finished(BrokerPact(answer, PactSelection(url: address.url), at: address))
  }
}
