#if HTTP2
  import FaultModel
  import MockEngine
  import NIOCore
  import NIOHPACK
  import NIOHTTP2

  /// Reads the request of one stream and writes its answer.
  final class HTTP2StreamHandler: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame.FramePayload
    typealias OutboundOut = HTTP2Frame.FramePayload

    private let responder: any RequestResponder
    private let bodyLimit: Int
    private let source: RequestSource
    private var head: HTTP2RequestHead?
    private var body: [UInt8]?
    /// Whether the request was answered, or will not be.
    private var isAnswered = false
    /// Whether the answer has come to its end, or the stream has.
    var isOver = false
    /// Whether the end of the stream was sent.
    var hasEnded = false
    var reader = AnswerReader(isHead: false)
    /// What writes the answer when its head is too large for the library.
    var raw: HTTP2RawFrames?

    init(_ responder: any RequestResponder, bodyLimit: Int, source: RequestSource) {
      self.responder = responder
      self.bodyLimit = bodyLimit
      self.source = source
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard !isAnswered else { return }
      switch unwrapInboundIn(data) {
      case .headers(let frame) where head == nil: begin(context, frame)
      // What comes behind the body says nothing that a contract speaks of.
      case .headers(let frame): if frame.endStream { answer(context) }
      case .data(let frame):
        guard case .byteBuffer(let buffer) = frame.data else { return }
        take(context, buffer, isLast: frame.endStream)
      default: return
      }
    }

    func channelInactive(context: ChannelHandlerContext) {
      // What a fault does to the connection may come behind the answer.
      if !hasEnded { isOver = true }
      context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      isOver = true
      context.close(promise: nil)
    }

    // MARK: - The request

    private func begin(_ context: ChannelHandlerContext, _ frame: HTTP2Frame.FramePayload.Headers) {
      guard let head = HTTP2RequestHead(frame.headers) else {
        return reset(context, .protocolError)
      }
      self.head = head
      if let length = head.contentLength, length > bodyLimit { return refuseBody(context) }
      if frame.endStream { return answer(context) }
      guard let (parsed, bytes) = parse(context) else { return }
      if responder.stallsBody(parsed, bytes.span, from: source) {
        isAnswered = true
        // What is not read opens no window.
        context.channel.setOption(.autoRead, value: false).whenFailure { _ in }
      } else if parsed.expectsContinue, !responder.withholdsContinue(parsed, bytes.span) {
        context.writeAndFlush(
          wrapOutboundOut(.headers(.init(headers: [":status": "100"]))), promise: nil)
      }
    }

    private func take(_ context: ChannelHandlerContext, _ buffer: ByteBuffer, isLast: Bool) {
      guard (body?.count ?? 0) + buffer.readableBytes <= bodyLimit else {
        return refuseBody(context)
      }
      if buffer.readableBytes > 0 || !isLast { body = (body ?? []) + buffer.readableBytesView }
      if isLast { answer(context) }
    }

    /// The head as the engine knows it; `nil` when it is refused, which the client is told.
    private func parse(_ context: ChannelHandlerContext) -> (RequestHead, [UInt8])? {
      let bytes = head?.bytes ?? []
      var parsed = RequestHead()
      switch RequestHeadParser.parse(bytes.span, into: &parsed) {
      case .complete: return (parsed, bytes)
      case .incomplete: reset(context, .protocolError)
      case .refused(let status, let reason): refuse(context, JSONReply.error(status, reason))
      }
      return nil
    }

    private func refuseBody(_ context: ChannelHandlerContext) {
      refuse(context, JSONReply.error(413, "the body is larger than \(bodyLimit) bytes"))
    }

    /// Answers what is not taken, and asks for no more of it (RFC 9113, section 8.1).
    private func refuse(_ context: ChannelHandlerContext, _ response: RenderedResponse) {
      isAnswered = true
      let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      send(context, response, isHead: false)
      // A client that reads the answer stops by itself; a reset that comes with it hides it from some.
      context.eventLoop.scheduleTask(in: .seconds(1)) {
        let (handler, context) = loopBound.value
        if context.channel.isActive { handler.reset(context, .noError) }
      }
    }

    private func answer(_ context: ChannelHandlerContext) {
      guard let (parsed, bytes) = parse(context) else { return }
      if let length = head?.contentLength, length != body?.count ?? 0 {
        return reset(context, .protocolError)
      }
      isAnswered = true
      let reply = responder.respond(parsed, bytes.span, body: body, from: source)
      let isHead = RequestHeadParser.equals(bytes.span, parsed.method, "head")
      reader = AnswerReader(isHead: isHead)
      head = nil
      body = nil
      let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      switch reply {
      case .send(let response): send(context, response, isHead: isHead)
      case .wire(let steps): play(context, steps[...])
      case .sendWhenReady(let response):
        response.hop(to: context.eventLoop).whenComplete { result in
          let (handler, context) = loopBound.value
          guard !handler.isOver else { return }
          let response = (try? result.get()) ?? JSONReply.error(500, "there is no answer")
          handler.send(context, response, isHead: isHead)
        }
      case .wireWhenReady(let steps):
        steps.hop(to: context.eventLoop).whenComplete { result in
          let (handler, context) = loopBound.value
          handler.play(context, ((try? result.get()) ?? [.reset])[...])
        }
      }
    }
  }
#endif
