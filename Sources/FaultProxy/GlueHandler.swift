import FaultModel
import NIOCore

/// Gives what comes on one side of a connection to its streams.
final class GlueHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let direction: ToxicStream
  private var connection: ProxyConnection?

  /// - Parameter direction: where what comes goes.
  init(_ direction: ToxicStream, _ connection: ProxyConnection) {
    self.direction = direction
    self.connection = connection
  }

  private var outgoing: ProxyStream? {
    direction == .upstream ? connection?.up : connection?.down
  }

  private var incoming: ProxyStream? {
    direction == .upstream ? connection?.down : connection?.up
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    outgoing?.receive(unwrapInboundIn(data))
  }

  func channelReadComplete(context: ChannelHandlerContext) { outgoing?.receiveComplete() }

  func channelWritabilityChanged(context: ChannelHandlerContext) { incoming?.adjustReading() }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { outgoing?.receiveEnd() }
  }

  func channelInactive(context: ChannelHandlerContext) { outgoing?.receiveEnd() }

  /// A side that was reset can take nothing more, so the other is reset as well.
  func errorCaught(context: ChannelHandlerContext, error: any Error) { connection?.reset() }

  func handlerRemoved(context: ChannelHandlerContext) { connection = nil }
}
