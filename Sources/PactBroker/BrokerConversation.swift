/// What happens next in a conversation with a Pact Broker.
package enum BrokerStep<Output> {
  /// A request is sent, and the conversation goes on with its answer.
  case send(BrokerRequest)
  /// The conversation is over.
  case finished(Output)
}

/// A series of requests of which each depends on the answers before: pure, so that it can be tested
/// without a broker.
package protocol BrokerConversation {
  /// What the conversation gives.
  associatedtype Output

  /// The first step.
  mutating func start() throws(BrokerError) -> BrokerStep<Output>

  /// The step after an answer to the last request.
  mutating func receive(_ answer: BrokerAnswer) throws(BrokerError) -> BrokerStep<Output>
}
