import MockEngine
import NIOCore

/// The connections of a listener.
struct HTTPConnections: Sendable {
  private var channels: [ObjectIdentifier: any Channel] = [:]
  private var count = 0

  /// Those that are open.
  var open: some Sequence<any Channel> { channels.values }

  /// Adds a connection that was accepted.
  ///
  /// - Returns: its number and its peer.
  mutating func add(_ channel: any Channel) -> RequestSource {
    count += 1
    channels[ObjectIdentifier(channel)] = channel
    return RequestSource(connection: count, client: ClientAddress(channel.remoteAddress))
  }

  /// Removes a connection that was closed.
  mutating func remove(_ channel: any Channel) { channels[ObjectIdentifier(channel)] = nil }
}
