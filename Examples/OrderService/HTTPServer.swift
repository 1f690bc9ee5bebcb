import NIOCore
import NIOHTTP1
import NIOPosix

/// Listens for connections and gives each a handler.
struct HTTPServer {
  private let channel: any Channel

  /// The port that the server listens on.
  var port: Int { channel.localAddress?.port ?? 0 }

  init(host: String, port: Int, router: Router) async throws {
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(HTTPHandler(router: router))
        }
      }
      .bind(host: host, port: port)
      .get()
  }

  func close() async throws { try await channel.close() }
}
