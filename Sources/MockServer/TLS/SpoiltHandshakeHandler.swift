#if TLS
  import FaultModel
  import NIOCore

  /// Answers a client's hello with an alert, or not at all.
  final class SpoiltHandshakeHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var alert: TLSAlert?

    /// - Parameter alert: the answer; `nil` for none, ever.
    init(_ alert: TLSAlert?) { self.alert = alert }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard let alert else { return }
      self.alert = nil
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: alert.record)), promise: nil)
      context.close(mode: .output, promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
#endif
