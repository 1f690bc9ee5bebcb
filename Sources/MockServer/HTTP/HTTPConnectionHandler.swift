import MockEngine
import NIOCore
import NIOPosix

/// Reads requests from a connection and writes the answers, synchronously from bytes in to bytes out.
///
/// Requests may be pipelined: they are answered in order, and what is written for those that came
/// together is flushed together.
final class HTTPConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum State {
    /// The next bytes are a head.
    case head
    /// The head was read; this many bytes of head and body are needed.
    case body(total: Int)
    /// The head was read; the body is chunked.
    case chunked(ChunkedDecoder)
    /// An answer is waiting for its time.
    case waiting
    /// Nothing more is answered; what still comes is thrown away until the peer closes.
    case ended
  }

  private let responder: any RequestResponder
  private let bodyLimit: Int
  private var state = State.head
  private var head = RequestHead()
  private var inbound = ByteBuffer()
  private var hasWritten = false
  private var inputEnded = false
  private var isProcessing = false
  private var isReading = true

  /// How much may have come, behind a request whose answer is waiting, before reading pauses.
  private static let backlogLimit = 1_048_576

  init(_ responder: any RequestResponder, bodyLimit: Int) {
    self.responder = responder
    self.bodyLimit = bodyLimit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .ended = state { return }
    var buffer = unwrapInboundIn(data)
    if inbound.readableBytes == 0 {
      inbound = buffer
    } else {
      inbound.writeBuffer(&buffer)
    }
    process(context)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    flush(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event {
      // The peer may still read: an answer that is waiting is sent before the connection ends.
      inputEnded = true
      if isPaused(context) { return }
      if case .ended = state { return }
      end(context)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func flush(_ context: ChannelHandlerContext) {
    guard hasWritten else { return }
    hasWritten = false
    context.flush()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { process(context) }
    flush(context)
    context.fireChannelWritabilityChanged()
  }

  /// Answers what has come, as long as the peer takes the answers.
  private func process(_ context: ChannelHandlerContext) {
    guard !isProcessing else { return }  // flushing may report writability from within
    isProcessing = true
    answerAll(context)
    isProcessing = false
    if inputEnded, !isPaused(context) {
      if case .ended = state { return }
      end(context)  // what was answered late was the last
      return
    }
    read(inbound.readableBytes < Self.backlogLimit || !isPaused(context), context)
  }

  /// Whether answers have to wait: for their time, or for the peer to take those before.
  private func isPaused(_ context: ChannelHandlerContext) -> Bool {
    if case .waiting = state { return true }
    return !context.channel.isWritable
  }

  /// Reads from the peer or lets it wait.
  private func read(_ isWanted: Bool, _ context: ChannelHandlerContext) {
    guard isWanted != isReading else { return }
    isReading = isWanted
    context.channel.setOption(.autoRead, value: isWanted).whenFailure { _ in }
  }

  private func answerAll(_ context: ChannelHandlerContext) {
    while true {
      if !context.channel.isWritable {
        flush(context)
        guard context.channel.isWritable else { return }
      }
      switch state {
      case .waiting, .ended: return
      case .head:
        guard readHead(context) else { return }
      case .body(let total):
        guard inbound.readableBytes >= total else { return }
        let body = inbound.getBytes(
          at: inbound.readerIndex + head.length, length: total - head.length)
        answer(context, body: body, consumed: total)
      case .chunked(var decoder):
        state = .head  // so that the decoder's buffer has one owner
        guard readChunks(context, &decoder) else { return }
      }
    }
  }

  /// Reads a head; false when more bytes are needed or the request was refused.
  private func readHead(_ context: ChannelHandlerContext) -> Bool {
    guard inbound.readableBytes > 0 else { return false }
    let outcome = RequestHeadParser.parse(inbound.readableBytesUInt8Span, into: &head)
    switch outcome {
    case .incomplete: return false
    case .refused(let status, let reason):
      refuse(context, status, reason)
      return false
    case .complete: break
    }
    switch head.framing {
    case .none:
      answer(context, body: nil, consumed: head.length)
    case .length(let length):
      guard length <= bodyLimit else {
        refuse(context, 413, "the body is larger than \(bodyLimit) bytes")
        return false
      }
      allowBody(context, isComplete: inbound.readableBytes >= head.length + length)
      inbound.reserveCapacity(
        minimumWritableBytes: max(0, head.length + length - inbound.readableBytes))
      state = .body(total: head.length + length)
    case .chunked:
      allowBody(context, isComplete: inbound.readableBytes > head.length)
      state = .chunked(ChunkedDecoder(limit: bodyLimit))
    }
    return true
  }

  private func allowBody(_ context: ChannelHandlerContext, isComplete: Bool) {
    guard head.expectsContinue, !isComplete else { return }
    write(context, ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n"))
    flush(context)
  }

  /// Decodes the chunks that have come; they are taken out from behind the head, which stays.
  private func readChunks(
    _ context: ChannelHandlerContext, _ decoder: inout ChunkedDecoder
  ) -> Bool {
    let received = inbound
    let bytes = received.readableBytesUInt8Span
    let (outcome, consumed) = decoder.decode(bytes.extracting(head.length..<bytes.count))
    switch outcome {
    case .incomplete:
      inbound.moveWriterIndex(to: inbound.readerIndex + head.length)
      state = .chunked(decoder)
      return false
    case .refused(let status, let reason):
      refuse(context, status, reason)
      return false
    case .complete:
      answer(context, body: decoder.body, consumed: head.length + consumed)
      return true
    }
  }

  private func answer(_ context: ChannelHandlerContext, body: [UInt8]?, consumed: Int) {
    let reply = responder.respond(head, inbound.readableBytesUInt8Span, body: body)
    let isHead = RequestHeadParser.equals(inbound.readableBytesUInt8Span, head.method, "head")
    let keepsAlive = head.keepsAlive
    inbound.moveReaderIndex(forwardBy: consumed)
    if inbound.readableBytes == 0 { inbound.clear() }
    state = .head
    switch reply {
    case .send(let response):
      send(context, response, isHead: isHead, keepsAlive: keepsAlive)
    case .sendLate(let response, let delay):
      sendLate(context, response, delay, isHead: isHead, keepsAlive: keepsAlive)
    case .sendWhenReady(let response):
      sendWhenReady(context, response, isHead: isHead, keepsAlive: keepsAlive)
    case .cut(let response, let bytes):
      let body = response.buffer.readableBytes - response.headLength
      let length = response.headLength + (isHead ? 0 : min(bytes, body))
      if let part = response.buffer.getSlice(at: response.buffer.readerIndex, length: length) {
        write(context, part)
      }
      end(context)
    case .close:
      end(context)
    case .reset:
      reset(context)
    }
  }

  private func send(
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

  /// The response with `Connection: close` in its head.
  private static func closing(_ buffer: ByteBuffer, headLength: Int) -> ByteBuffer {
    let bytes = buffer.readableBytesView
    let end = bytes.index(bytes.startIndex, offsetBy: headLength - 2)
    var closing = ByteBuffer()
    closing.reserveCapacity(bytes.count + ResponseImage.closeLine.count)
    closing.writeBytes(bytes[..<end])
    closing.writeBytes(ResponseImage.closeLine)
    closing.writeBytes(bytes[end...])
    return closing
  }

  private func sendLate(
    _ context: ChannelHandlerContext, _ response: RenderedResponse, _ delay: Duration,
    isHead: Bool, keepsAlive: Bool
  ) {
    state = .waiting
    flush(context)
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: TimeAmount(delay)) {
      let (handler, context) = loopBound.value
      handler.resume(context, response, isHead: isHead, keepsAlive: keepsAlive)
    }
  }

  private func sendWhenReady(
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
    process(context)
    flush(context)
  }

  /// Answers what is no request, and ends the connection.
  private func refuse(_ context: ChannelHandlerContext, _ status: Int, _ reason: String) {
    let response = JSONReply.error(status, reason)
    write(context, Self.closing(response.buffer, headLength: response.headLength))
    end(context)
  }

  private func write(_ context: ChannelHandlerContext, _ buffer: ByteBuffer) {
    hasWritten = true
    context.write(wrapOutboundOut(buffer), promise: nil)
  }

  /// Ends the connection so that the peer can read what was written: closing at once, while it is
  /// still sending or has not taken everything, would lose the rest.
  private func end(_ context: ChannelHandlerContext) {
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

  private func reset(_ context: ChannelHandlerContext) {
    state = .ended
    inbound.clear()
    flush(context)
    if let options = context.channel as? any SocketOptionProvider {
      // Closing with a linger time of 0 sends RST instead of FIN.
      let channel = context.channel
      options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in
        channel.close(promise: nil)
      }
    } else {
      context.close(promise: nil)
    }
  }
}
