import MockEngine
import NIOCore
import NIOPosix

/// Reads requests from a connection and writes the answers, synchronously from bytes in to bytes out.
///
/// Requests may be pipelined: they are answered in order, and what is written for those that came
/// together is flushed together.
final class HTTPConnectionHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  enum State {
    /// The next bytes are a head.
    case head
    /// The head was read; this many bytes of head and body are needed.
    case body(total: Int)
    /// The head was read; the body is chunked.
    case chunked(ChunkedDecoder)
    /// An answer is waiting for its time.
    case waiting
    /// Nothing is answered, and the connection stays open until the peer closes it.
    case silent
    /// Nothing more is answered; what still comes is thrown away until the peer closes.
    case ended
  }

  let responder: any RequestResponder
  let bodyLimit: Int
  let source: RequestSource
  var state = State.head
  private var head = RequestHead()
  var inbound = ByteBuffer()
  var hasWritten = false
  /// Whether no request was answered yet.
  private(set) var isFirst = true
  var inputEnded = false
  private var isProcessing = false
  private var isReading = true

  /// How much may have come, behind a request whose answer is waiting, before reading pauses.
  private static let backlogLimit = 1_048_576

  init(_ responder: any RequestResponder, bodyLimit: Int, source: RequestSource) {
    self.responder = responder
    self.bodyLimit = bodyLimit
    self.source = source
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch state {
    case .ended, .silent: return
    case .head, .body, .chunked, .waiting: break
    }
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
      if case .silent = state { return context.close(promise: nil) }
      if isPaused(context) { return }
      if case .ended = state { return }
      end(context)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if error.isEndWithoutFarewell { return }  // which is told of as the end of the input as well
    context.close(promise: nil)
  }

  func flush(_ context: ChannelHandlerContext) {
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
  func process(_ context: ChannelHandlerContext) {
    guard !isProcessing else { return }  // flushing may report writability from within
    isProcessing = true
    answerAll(context)
    isProcessing = false
    if case .silent = state { return }
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
  func read(_ isWanted: Bool, _ context: ChannelHandlerContext) {
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
      case .waiting, .silent, .ended: return
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
    let received = inbound
    switch RequestHeadParser.parse(received.readableBytesUInt8Span, into: &head) {
    case .incomplete: return false
    case .refused(let status, let reason):
      if !becomesHTTP2(context) { refuse(context, status, reason) }
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
      let isComplete = inbound.readableBytes >= head.length + length
      if !isComplete, stalls(context) { return false }
      allowBody(context, isComplete: isComplete)
      inbound.reserveCapacity(
        minimumWritableBytes: max(0, head.length + length - inbound.readableBytes))
      state = .body(total: head.length + length)
    case .chunked:
      if stalls(context) { return false }
      allowBody(context, isComplete: inbound.readableBytes > head.length)
      state = .chunked(ChunkedDecoder(limit: bodyLimit))
    }
    return true
  }

  /// Whether the body is not taken: nothing more is read, so that the client stalls.
  private func stalls(_ context: ChannelHandlerContext) -> Bool {
    let received = inbound
    guard responder.stallsBody(head, received.readableBytesUInt8Span, from: source) else {
      return false
    }
    fallSilent(context)
    read(false, context)
    return true
  }

  private func allowBody(_ context: ChannelHandlerContext, isComplete: Bool) {
    let received = inbound
    guard head.expectsContinue, !isComplete,
      !responder.withholdsContinue(head, received.readableBytesUInt8Span)
    else { return }
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

  private func reply(to received: ByteBuffer, body: [UInt8]?) -> (Reply, isHead: Bool) {
    let bytes = received.readableBytesUInt8Span
    return (
      responder.respond(head, bytes, body: body, from: source),
      RequestHeadParser.equals(bytes, head.method, "head")
    )
  }

  private func answer(_ context: ChannelHandlerContext, body: [UInt8]?, consumed: Int) {
    isFirst = false
    let (reply, isHead) = reply(to: inbound, body: body)
    let keepsAlive = head.keepsAlive
    inbound.moveReaderIndex(forwardBy: consumed)
    if inbound.readableBytes == 0 { inbound.clear() }
    state = .head
    switch reply {
    case .send(let response):
      send(context, response, isHead: isHead, keepsAlive: keepsAlive)
    case .sendWhenReady(let response):
      sendWhenReady(context, response, isHead: isHead, keepsAlive: keepsAlive)
    case .wire(let steps):
      state = .waiting
      flush(context)
      play(context, steps[...], keepsAlive: keepsAlive)
    case .wireWhenReady(let steps): playWhenReady(context, steps, keepsAlive: keepsAlive)
    }
  }

  func write(_ context: ChannelHandlerContext, _ buffer: ByteBuffer) {
    hasWritten = true
    context.write(wrapOutboundOut(buffer), promise: nil)
  }
}
