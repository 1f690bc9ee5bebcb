/// Where a request comes from.
package struct RequestSource: Sendable, Hashable, BitwiseCopyable {
  /// The number of the connection, from 1, in the order in which they were accepted.
  package var connection: Int
  /// The address of the peer.
  package var client: ClientAddress

  /// Creates the source of a connection's requests.
  package init(connection: Int, client: ClientAddress) {
    self.connection = connection
    self.client = client
  }

  /// A source that nothing is known of.
  package static let unknown: RequestSource = RequestSource(connection: 0, client: ClientAddress())
}
