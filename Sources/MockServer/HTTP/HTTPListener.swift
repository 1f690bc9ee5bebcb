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
  /// - Parameter responder: gives the responder for each connection; it is called on the loop.
  /// - Throws: ``MockServerError`` when the address cannot be listened on.
  package static func listen(
    host: String, port: Int, on loop: any EventLoop, bodyLimit: Int,
    responder: NIOLoopBound<any RequestResponder>
  ) async throws(MockServerError) -> HTTPListener {
    let connections = NIOLoopBoundBox.makeBoxSendingValue(
      HTTPConnections(), eventLoop: loop)
    let bootstrap = ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.maxMessagesPerRead, value: 16)
      .childChannelInitializer { channel in
        let source = connections.value.add(channel)
        channel.closeFuture.whenComplete { _ in connections.value.remove(channel) }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            HTTPConnectionHandler(responder.value, bodyLimit: bodyLimit, source: source))
        }
      }
    do {
      let channel = try await bootstrap.bind(host: host, port: port).get()
      return HTTPListener(channel, connections)
    } catch {
      throw MockServerError(.listening, host: host, port: port, reason: "\(error)")
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
