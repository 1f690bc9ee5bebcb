#if HTTP2
  import FaultModel
  import MockEngine
  import NIOCore
  import NIOHTTP2
  import NIOPosix

  extension HTTP2StreamHandler {
    /// Resets the stream.
    func reset(_ context: ChannelHandlerContext, _ code: StreamErrorCode) {
      isOver = true
      context.writeAndFlush(wrapOutboundOut(.rstStream(code.wire)), promise: nil)
    }

    /// Ends the answer where the connection of HTTP/1.1 would end: a whole answer is followed by the end of the
    /// connection, a part of one by that of its stream.
    func end(_ context: ChannelHandlerContext) {
      if hasEnded {
        isOver = true
        context.channel.parent?.close(promise: nil)
      } else if !reader.hasHead {
        isOver = true
        context.channel.parent?.closeAbruptly()
      } else {
        reset(context, .internalError)
      }
    }

    /// Resets the whole connection; the client loses what it has not read.
    func resetConnection(_ context: ChannelHandlerContext) {
      isOver = true
      guard let connection = context.channel.parent else { return }
      guard let options = connection as? any SocketOptionProvider else {
        return connection.close(promise: nil)
      }
      options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in
        connection.closeAbruptly()
      }
    }

    /// The number of the stream.
    func streamNumber(_ context: ChannelHandlerContext) -> Int {
      let id = try? context.channel.syncOptions?.getOption(HTTP2StreamChannelOptions.streamID)
      return Int(id ?? HTTP2StreamID(1))
    }

    /// Says that the connection ends, and ends it.
    ///
    /// - Parameter refusing: whether this request was not looked at, so that it may be sent again.
    func goAway(
      _ context: ChannelHandlerContext, _ code: StreamErrorCode, refusing: Bool
    ) {
      isOver = true
      guard let connection = context.channel.parent else { return }
      let last = streamNumber(context) - (refusing ? 2 : 0)
      let frame = HTTP2Frame(
        streamID: .rootStream,
        payload: .goAway(
          lastStreamID: HTTP2StreamID(max(0, last)), errorCode: code.wire, opaqueData: nil))
      connection.writeAndFlush(frame).whenComplete { _ in connection.close(promise: nil) }
    }
  }
#endif
