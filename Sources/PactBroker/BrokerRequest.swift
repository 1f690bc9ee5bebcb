/// A request to a Pact Broker, before credentials are added.
package struct BrokerRequest: Sendable, Hashable {
  /// The method.
  package var method: String
  /// The whole address.
  package var url: String
  /// The JSON body, or `nil` for none.
  package var body: [UInt8]?
  /// What the request is for, to end a sentence that begins "the broker refused".
  package var purpose: String

  /// Creates a request.
  package init(_ method: String, _ url: String, body: [UInt8]? = nil, for purpose: String) {
    self.method = method
    self.url = url
    self.body = body
    self.purpose = purpose
  }
}
