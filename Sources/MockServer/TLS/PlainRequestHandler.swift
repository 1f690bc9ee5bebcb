#if TLS
  import NIOCore

  /// Looks at the first byte of a connection: a request that is not encrypted is told so, where TLS would
  /// only end the connection.
  final class PlainRequestHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard !isRefused else { return }
      let buffer = unwrapInboundIn(data)
      let first = buffer.getInteger(at: buffer.readerIndex, as: UInt8.self) ?? 0
      // A method begins with a letter, a handshake with 22.
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
        context.fireChannelRead(data)
        return context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
      }
      isRefused = true
      let answer = JSONReply.error(
        400, "the plain HTTP request was sent to HTTPS port: use https:// instead of http://")
      context.writeAndFlush(
        wrapOutboundOut(
          HTTPConnectionHandler.closing(answer.buffer, headLength: answer.headLength)),
        promise: nil)
      context.close(mode: .output, promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if isRefused, case ChannelEvent.inputClosed = event { return context.close(promise: nil) }
      context.fireUserInboundEventTriggered(event)
    }
  }
#endif
