import NIOCore

extension HTTPConnectionHandler {
  /// Gives the connection over when the client speaks HTTP/2 without having asked (RFC 9113, section 3.3).
  ///
  /// Only what is no request of HTTP/1.1 comes here, so that it costs others nothing.
  ///
  /// - Returns: whether it does.
  func becomesHTTP2(_ context: ChannelHandlerContext) -> Bool {
    #if HTTP2
      guard isFirst, inbound.readableBytesView.starts(with: Self.preface) else { return false }
      do {
        try HTTP2Connection.add(
          to: context.channel, responder, bodyLimit, source, at: .after(self))
      } catch {
        return false
      }
      let received = inbound
      state = .ended
      inbound.clear()
      context.fireChannelRead(NIOAny(received))
      context.fireChannelReadComplete()
      context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
      return true
    #else
      return false
    #endif
  }

  /// What the parser takes for the head of a request; more follows.
  private static var preface: String.UTF8View { "PRI * HTTP/2.0\r\n\r\n".utf8 }
}
