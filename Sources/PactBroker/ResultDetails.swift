import JSONText

/// Asks a broker which interactions of a pact a verification honoured.
package struct ResultDetails: BrokerConversation {
  private let url: String

  /// Creates a question.
  ///
  /// - Parameter url: the verification's ``MatrixRow/Verification/url``.
  package init(_ url: String) { self.url = url }

  package mutating func start() throws(BrokerError) -> BrokerStep<[String: Bool]> {
    .send(BrokerRequest("GET", url, for: "the request for the result of a verification"))
  }

  /// Whether each interaction was honoured, by the identifier that the broker gave it: what is published
  /// as `testResults` is the verifier's matter, so that there may be nothing of use.
  package mutating func receive(
    _ answer: BrokerAnswer
  ) throws(BrokerError) -> BrokerStep<[String: Bool]> {
    if answer.status == 404 { return .finished([:]) }
    try answer.check()
    guard let root = try? JSONDocument(parsing: answer.body).root else { return .finished([:]) }
    var honoured: [String: Bool] = [:]
    for test in (root["testResults"] ?? .null).elements {
      guard let id = test["interactionId"]?.string, let isSuccess = test["success"]?.boolean else {
        continue
      }
      honoured[id] = isSuccess && honoured[id] != false
    }
    return .finished(honoured)
  }
}
