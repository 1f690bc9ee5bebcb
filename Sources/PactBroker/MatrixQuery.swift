import ContractModel
import JSONText

/// Asks a broker how the versions of a provider honoured the pacts of a consumer.
package struct MatrixQuery: BrokerConversation {
  /// More rows a broker does not give; it gives the newest first.
  package static let limit = 1_000

  private let address: BrokerAddress
  private let consumer: String
  private let version: String?
  private let provider: String

  /// Creates a query.
  ///
  /// - Parameters:
  ///   - consumer: the consumer's name.
  ///   - version: only rows of this version of it; `nil` for all.
  ///   - provider: the provider's name.
  ///   - address: where the broker is.
  package init(
    _ consumer: String, version: String? = nil, _ provider: String, at address: BrokerAddress
  ) {
    self.consumer = consumer
    self.version = version
    self.provider = provider
    self.address = address
  }

  package mutating func start() throws(BrokerError) -> BrokerStep<[MatrixRow]> {
    let names = [consumer, provider].map { "q[][pacticipant]=\(PercentCoding.encode($0))" }
    let selector = version.map { "&q[][version]=\(PercentCoding.encode($0))" } ?? ""
    // Of several verifications of one version by one version the newest counts.
    let query = "\(names[0])\(selector)&\(names[1])&latestby=cvpv&limit=\(Self.limit)"
    return .send(
      BrokerRequest(
        "GET", address.index + "matrix?" + query,
        for: "the request for the matrix of '\(consumer)' and '\(provider)'"))
  }

  package mutating func receive(
    _ answer: BrokerAnswer
  ) throws(BrokerError) -> BrokerStep<[MatrixRow]> {
    let url = answer.request.url
    if answer.status == 404 {
      throw BrokerError(
        .notFound, "\(url): this broker has no matrix (404); is --broker-url a Pact Broker's?")
    }
    try answer.check()
    guard let rows = try? JSONDocument(parsing: answer.body).root["matrix"], rows.kind == .array
    else {
      throw BrokerError(
        .notHAL,
        "\(url): expected a matrix, which is JSON with a list 'matrix', found something else")
    }
    var read: [MatrixRow] = []
    for row in rows.elements {
      guard let known = MatrixRow(row, in: url, at: address) else {
        throw BrokerError(
          .notHAL,
          "\(url): line \(row.position.line) of the answer: this row of the matrix lacks a version or"
            + " a result")
      }
      read.append(known)
    }
    return .finished(read)
  }
}
