import MockEngine
package import NIOCore
import NIOPosix

/// A listening socket and its connections, all on one event loop.
package final class HTTPListener: Sendable {
  let channel: any Channel
  private let connections: NIOLoopBoundBox<HTTPConnections>

  private init(
    _ channel: any Channel, _ connections: NIOLoopBoundBox<HTTPConnections>
  ) {
    self.channel = channel
    self.connections = connections
  }

  /// The port that is listened on.
  package var port: Int { channel.localAddress?.port ?? 0 }

  /// Starts listening.
  ///
  /// - Parameter responder: answers the requests; it is called on the loop.
  /// - Throws: ``MockServerError`` when the address cannot be listened on.
  package static func listen(
    host: String, port: Int, on loop: any EventLoop, bodyLimit: Int,
    responder: NIOLoopBound<any RequestResponder>
  ) async throws(MockServerError) -> HTTPListener {
    try await listen(
      host: host, port: port, on: loop, bodyLimit: bodyLimit, responder: responder, security: nil)
  }

  /// Starts listening.
  ///
  /// - Parameters:
  ///   - responder: answers the requests; it is called on the loop.
  ///   - security: what encrypts the connections, if anything does.
  ///   - gate: how many connections are taken, and who is told of them.
  /// - Throws: ``MockServerError`` when the address cannot be listened on.
  static func listen(
    host: String, port: Int, on loop: any EventLoop, bodyLimit: Int,
    responder: NIOLoopBound<any RequestResponder>,
    security: NIOLoopBound<any ConnectionSecurity>?, gate: ConnectionGate = ConnectionGate()
  ) async throws(MockServerError) -> HTTPListener {
    let connections = NIOLoopBoundBox.makeBoxSendingValue(
      HTTPConnections(gate), eventLoop: loop)
    let bootstrap = ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.maxMessagesPerRead, value: 16)
      .childChannelInitializer { channel in
        let admission = connections.value.add(channel)
        channel.closeFuture.whenComplete { _ in connections.value.remove(channel) }
        return channel.eventLoop.makeCompletedFuture {
          guard let source = try admitted(admission, channel, isPlain: security == nil) else {
            return
          }
          let responder = responder.value
          guard let security else {
            return try addHTTP(to: channel, .http1, responder, bodyLimit, source)
          }
          try security.value.secure(channel, number: source.connection) { channel, version in
            try addHTTP(to: channel, version, responder, bodyLimit, source)
          }
        }
      }
    do {
      let channel = try await bootstrap.bind(host: host, port: port).get()
      return HTTPListener(channel, connections)
    } catch {
      throw MockServerError(.listening, host: host, port: port, reason: "\(error)")
    }
  }

  /// Where the requests of a connection come from; `nil` when it is told that there are too many.
  ///
  /// - Throws: ``ConnectionRefused`` when it is closed at once: a client that expects TLS could not
  ///   read why.
  private static func admitted(
    _ admission: HTTPConnections.Admission, _ channel: any Channel, isPlain: Bool
  ) throws -> RequestSource? {
    switch admission {
    case .served(let source): return source
    case .refused(let limit) where isPlain:
      try channel.pipeline.syncOperations.addHandler(RefusedConnectionHandler(limit: limit))
      return nil
    case .refused, .dropped: throw ConnectionRefused()
    }
  }

  /// Adds what speaks a version of HTTP to a connection.
  private static func addHTTP(
    to channel: any Channel, _ version: HTTPVersion, _ responder: any RequestResponder,
    _ bodyLimit: Int, _ source: RequestSource
  ) throws {
    switch version {
    #if HTTP2
      case .http2: try HTTP2Connection.add(to: channel, responder, bodyLimit, source)
    #endif
    case .http1:
      try channel.pipeline.syncOperations.addHandler(
        HTTPConnectionHandler(responder, bodyLimit: bodyLimit, source: source))
    }
  }

  /// Stops listening and closes every connection.
  package func close() async {
    try? await channel.close()
    let connections = connections
    try? await channel.eventLoop.submit {
      for connection in connections.value.open { connection.close(promise: nil) }
    }.get()
  }
}
