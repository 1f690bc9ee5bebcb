import MockEngine
import NIOCore
import NIOPosix

extension HTTPConnectionHandler {
  /// Answers what is no request, and ends the connection.
  func refuse(_ context: ChannelHandlerContext, _ status: Int, _ reason: String) {
    let response = JSONReply.error(status, reason)
    write(context, Self.closing(response.buffer, headLength: response.headLength))
    end(context)
  }

  /// The response with `Connection: close` in its head.
  static func closing(_ buffer: ByteBuffer, headLength: Int) -> ByteBuffer {
    let bytes = buffer.readableBytesView
    let end = bytes.index(bytes.startIndex, offsetBy: headLength - 2)
    var closing = ByteBuffer()
    closing.reserveCapacity(bytes.count + ResponseImage.closeLine.count)
    closing.writeBytes(bytes[..<end])
    closing.writeBytes(ResponseImage.closeLine)
    closing.writeBytes(bytes[end...])
    return closing
  }

  /// Ends the connection so that the peer can read what was written: closing at once, while it is
  /// still sending or has not taken everything, would lose the rest.
  func end(_ context: ChannelHandlerContext) {
    state = .ended
    inbound.clear()
    let channel = context.channel
    let isLast = inputEnded
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.whenComplete { _ in
      if isLast {
        channel.close(promise: nil)
      } else {
        channel.close(mode: .output, promise: nil)
        channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
      }
    }
    hasWritten = true
    context.write(wrapOutboundOut(ByteBuffer()), promise: written)
    flush(context)
  }

  /// Closes the connection so that the peer is told of a reset.
  func reset(_ context: ChannelHandlerContext) {
    state = .ended
    inbound.clear()
    flush(context)
    if let options = context.channel as? any SocketOptionProvider {
      // Closing with a linger time of 0 sends RST instead of FIN.
      let channel = context.channel
      options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in
        channel.closeAbruptly()
      }
    } else {
      context.close(promise: nil)
    }
  }

  /// Says nothing more until the peer closes the connection.
  func fallSilent(_ context: ChannelHandlerContext) {
    state = .silent
    inbound.clear()
    read(true, context)
    if inputEnded { context.close(promise: nil) }
  }
}
