import NIOCore
import NIOPosix

@testable import FaultProxy

/// A server behind a proxy, on 127.0.0.1 and a free port.
struct Upstream {
  /// What the server does with a connection.
  enum Behaviour: Sendable {
    /// Counts what comes, and tells the number when the client has ended its half.
    case count
    /// Sends this many bytes at once, and ends.
    case flood(Int)
    /// Sends back what comes.
    case echo
    /// Closes as soon as something has come.
    case close
  }

  let endpoint: Endpoint

  /// Runs a test while a server listens.
  static func with(
    _ behaviour: Behaviour, _ test: (Upstream) async throws -> Void
  ) async throws {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Handler(behaviour))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = channel.localAddress?.port ?? 0
    do {
      try await test(Upstream(endpoint: Endpoint(host: "127.0.0.1", port: port)))
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let behaviour: Behaviour
    private var count = 0

    init(_ behaviour: Behaviour) { self.behaviour = behaviour }

    func channelActive(context: ChannelHandlerContext) {
      guard case .flood(let count) = behaviour else { return }
      context.write(wrapOutboundOut(ByteBuffer(repeating: 0x41, count: count)), promise: nil)
      let channel = context.channel
      context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in
        channel.close(mode: .output, promise: nil)
      }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      count += unwrapInboundIn(data).readableBytes
      switch behaviour {
      case .echo: context.writeAndFlush(data, promise: nil)
      case .close: context.close(promise: nil)
      case .count, .flood: break
      }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      guard case ChannelEvent.inputClosed = event else { return }
      let channel = context.channel
      let text = if case .count = behaviour { "\(count)" } else { "" }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text))).whenComplete { _ in
        channel.close(promise: nil)
      }
    }
  }
}
