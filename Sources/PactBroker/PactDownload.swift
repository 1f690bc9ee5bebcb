/// Fetches one pact from its address, be it in a broker or on any other server.
package struct PactDownload: BrokerConversation {
  private let selection: PactSelection
  private let address: BrokerAddress

  /// Creates a download of a pact that a broker has chosen.
  ///
  /// - Parameters:
  ///   - selection: the pact.
  ///   - address: what the pact's links are resolved to.
  package init(_ selection: PactSelection, at address: BrokerAddress) {
    self.selection = selection
    self.address = address
  }

  /// Creates a download of a pact that was named by its address.
  package init(_ address: BrokerAddress) {
    self.init(PactSelection(url: address.url), at: address)
  }

  package mutating func start() throws(BrokerError) -> BrokerStep<BrokerPact> {
    .send(BrokerRequest("GET", selection.url, for: "the request for a pact"))
  }

  package mutating func receive(
    _ answer: BrokerAnswer
  ) throws(BrokerError) -> BrokerStep<BrokerPact> {
    if answer.status == 404 {
      throw BrokerError(.notFound, "\(selection.url): there is no pact at this address (404)")
    }
    try answer.check()
    return .finished(BrokerPact(answer, selection, at: address))
  }
}
