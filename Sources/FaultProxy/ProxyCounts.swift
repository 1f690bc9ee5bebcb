/// What has gone through a proxy.
package struct ProxyCounts: Sendable, Hashable {
  /// The number of connections that were accepted.
  package var connections = 0
  /// The number of connections that are open.
  package var openConnections = 0
  /// The number of bytes that came from clients.
  package var upstreamReceived = 0
  /// The number of bytes sent on to the server.
  package var upstreamBytes = 0
  /// The number of bytes that came from the server.
  package var downstreamReceived = 0
  /// The number of bytes sent on to clients.
  package var downstreamBytes = 0
}
