import NIOCore

extension HTTPConnectionHandler {
  /// Sends a response, and ends the connection when the client does not want to keep it.
  func send(
    _ context: ChannelHandlerContext, _ response: RenderedResponse, isHead: Bool,
    keepsAlive: Bool
  ) {
    var buffer = response.buffer
    if isHead, let slice = buffer.getSlice(at: buffer.readerIndex, length: response.headLength) {
      buffer = slice
    }
    guard keepsAlive else {
      write(context, Self.closing(buffer, headLength: response.headLength))
      end(context)
      return
    }
    write(context, buffer)
  }

  /// Sends a response as soon as there is one; requests behind it wait.
  func sendWhenReady(
    _ context: ChannelHandlerContext, _ response: EventLoopFuture<RenderedResponse>,
    isHead: Bool, keepsAlive: Bool
  ) {
    state = .waiting
    flush(context)
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    response.hop(to: context.eventLoop).whenComplete { result in
      let (handler, context) = loopBound.value
      let response =
        switch result {
        case .success(let response): response
        case .failure(let error): JSONReply.error(500, "\(error)")
        }
      handler.resume(context, response, isHead: isHead, keepsAlive: keepsAlive)
    }
  }

  /// Sends the answer that was waited for, and goes on with the requests behind it.
  private func resume(
    _ context: ChannelHandlerContext, _ response: RenderedResponse, isHead: Bool,
    keepsAlive: Bool
  ) {
    guard case .waiting = state, context.channel.isActive else { return }
    state = .head
    send(context, response, isHead: isHead, keepsAlive: keepsAlive)
    resume(context)
  }

  /// Goes on with the requests that came meanwhile.
  func resume(_ context: ChannelHandlerContext) {
    process(context)
    flush(context)
  }
}
