/// Publishes the result of one pact, and gives the address that it got.
package struct ResultPublication: BrokerConversation {
  private let url: String
  private let result: PublishedResult

  /// Creates a publication.
  ///
  /// - Parameters:
  ///   - result: the result.
  ///   - url: the pact's ``BrokerPact/publicationURL``.
  package init(_ result: PublishedResult, to url: String) {
    self.result = result
    self.url = url
  }

  package mutating func start() throws(BrokerError) -> BrokerStep<String> {
    .send(BrokerRequest("POST", url, body: result.body, for: "the publication of a result"))
  }

  package mutating func receive(
    _ answer: BrokerAnswer
  ) throws(BrokerError) -> BrokerStep<String> {
    try answer.check()
    let resource = HALResource(answer.body, url: answer.request.url)
    return .finished(resource?.links("self").first ?? answer.request.url)
  }
}
