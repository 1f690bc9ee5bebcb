import MockEngine
import NIOCore

/// Tells a client that there are too many connections, and ends its own so that it can read that.
final class RefusedConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let limit: Int

  init(limit: Int) { self.limit = limit }

  func channelActive(context: ChannelHandlerContext) {
    let response = JSONReply.error(
      503, "\(limit) connections are open already; raise the limit with --max-connections")
    let channel = context.channel
    let buffer = HTTPConnectionHandler.closing(response.buffer, headLength: response.headLength)
    context.writeAndFlush(wrapOutboundOut(buffer)).whenComplete { _ in
      channel.close(mode: .output, promise: nil)
      // Closing at once, while the client may still be sending, would lose the answer.
      channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}

/// A connection that is not served.
struct ConnectionRefused: Error {}
