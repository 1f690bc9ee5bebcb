package import ContractModel

/// What a Pact Broker answered to a request.
package struct BrokerAnswer: Sendable, Hashable {
  /// What it answers.
  package var request: BrokerRequest
  /// The status code.
  package var status: Int
  /// The header fields.
  package var headers: [Field]
  /// The body.
  package var body: [UInt8]
  /// Which credentials were sent.
  package var credentials: BrokerCredentials

  /// Creates an answer.
  package init(
    to request: BrokerRequest, status: Int = 200, headers: [Field] = [], body: [UInt8] = [],
    credentials: BrokerCredentials = .none
  ) {
    self.request = request
    self.status = status
    self.headers = headers
    self.body = body
    self.credentials = credentials
  }

  /// The first value of a header field, its name in any case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.values.first
  }
}
