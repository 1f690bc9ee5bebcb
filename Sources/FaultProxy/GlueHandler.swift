import FaultModel
import NIOCore

/// Gives what comes on one side of a connection to its streams.
///
/// A client may have sent everything, and ended its half, before there is a connection to the server:
/// that is kept until then.
final class GlueHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let direction: ToxicStream
  private var connection: ProxyConnection?
  private var context: ChannelHandlerContext?
  private var early: [ByteBuffer] = []
  private var hasEndedEarly = false

  /// - Parameter direction: where what comes goes.
  init(_ direction: ToxicStream) { self.direction = direction }

  /// Begins to give what comes, and what has come, to a connection.
  func attach(_ connection: ProxyConnection) {
    self.connection = connection
    incoming?.sinkContext = context
    for buffer in early { outgoing?.receive(buffer) }
    early = []
    outgoing?.receiveComplete()
    if hasEndedEarly { outgoing?.receiveEnd() }
  }

  private var outgoing: ProxyStream? {
    direction == .upstream ? connection?.up : connection?.down
  }

  private var incoming: ProxyStream? {
    direction == .upstream ? connection?.down : connection?.up
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data)
    if connection == nil { early.append(buffer) } else { outgoing?.receive(buffer) }
  }

  func channelReadComplete(context: ChannelHandlerContext) { outgoing?.receiveComplete() }

  func channelWritabilityChanged(context: ChannelHandlerContext) { incoming?.adjustReading() }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case ChannelEvent.inputClosed = event else { return }
    if connection == nil { hasEndedEarly = true } else { outgoing?.receiveEnd() }
  }

  /// This side is gone: what it sent goes on, and what is sent to it has nowhere to go.
  func channelInactive(context: ChannelHandlerContext) {
    outgoing?.receiveEnd()
    incoming?.sinkClosed()
  }

  /// A side that was reset can take nothing more, so the other is reset as well.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let connection { connection.reset() } else { context.close(promise: nil) }
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    incoming?.sinkContext = nil
    connection = nil
    self.context = nil
  }
}
