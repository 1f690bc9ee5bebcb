/// What has gone through a proxy.
package struct ProxyCounts: Sendable, Hashable {
  /// The number of connections that were accepted.
  package var connections = 0
  /// The number of bytes sent on to the server.
  package var upstreamBytes = 0
  /// The number of bytes sent on to clients.
  package var downstreamBytes = 0
}
