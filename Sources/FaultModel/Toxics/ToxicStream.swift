/// A direction of a connection.
package enum ToxicStream: String, Sendable, Hashable, CaseIterable {
  /// From the client to the server.
  case upstream
  /// From the server to the client.
  case downstream
}
