import CoreMetrics
import Logging
import MockEngine
import NIOCore

/// The connections of a listener.
struct HTTPConnections: Sendable {
  private let gate: ConnectionGate
  private var channels: [ObjectIdentifier: any Channel] = [:]
  private var refused: Set<ObjectIdentifier> = []
  private var count = 0
  private var isFull = false

  /// So many that were refused may still read why.
  private static let refusedLimit = 64

  /// What becomes of a connection.
  enum Admission: Sendable {
    /// It is served; its number and its peer.
    case served(RequestSource)
    /// It is told that there are too many.
    case refused(limit: Int)
    /// It is closed at once, since too many are being told already.
    case dropped
  }

  init(_ gate: ConnectionGate) { self.gate = gate }

  /// Those that are open.
  var open: some Sequence<any Channel> { channels.values }

  /// Adds a connection that was accepted.
  mutating func add(_ channel: any Channel) -> Admission {
    let isTooMuch = channels.count - refused.count >= gate.limit
    if isTooMuch {
      gate.refused?.increment()
      if !isFull {
        gate.logger?.warning("too many connections", metadata: ["limit": "\(gate.limit)"])
      }
    }
    isFull = isTooMuch
    if isTooMuch, refused.count >= Self.refusedLimit { return .dropped }
    channels[ObjectIdentifier(channel)] = channel
    if isTooMuch {
      refused.insert(ObjectIdentifier(channel))
      return .refused(limit: gate.limit)
    }
    count += 1
    gate.open?.set(channels.count - refused.count)
    return .served(
      RequestSource(connection: count, client: ClientAddress(channel.remoteAddress)))
  }

  /// Removes a connection that was closed.
  mutating func remove(_ channel: any Channel) {
    channels[ObjectIdentifier(channel)] = nil
    refused.remove(ObjectIdentifier(channel))
    gate.open?.set(channels.count - refused.count)
  }
}
