#if HTTP2
  import NIOCore

  /// Ends a connection whose client breaks the rules, once it was told how.
  final class HTTP2ErrorHandler: ChannelInboundHandler {
    typealias InboundIn = Never

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
#endif
