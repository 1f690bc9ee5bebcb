#if HTTP2
  import FaultModel
  import MockEngine
  import NIOCore
  import NIOHPACK
  import NIOHTTP2

  extension HTTP2StreamHandler {
    /// Sends a rendered response, and ends the stream.
    func send(_ context: ChannelHandlerContext, _ response: RenderedResponse, isHead: Bool) {
      var reader = AnswerReader(isHead: isHead)
      let bytes = response.buffer.readableBytesView
      for event in reader.read(bytes.prefix(response.headLength)) { write(context, event) }
      let body =
        isHead
        ? ByteBuffer()
        : response.buffer.getSlice(
          at: response.buffer.readerIndex + response.headLength,
          length: response.buffer.readableBytes - response.headLength) ?? ByteBuffer()
      write(context, body, ends: true)
      context.flush()
      isOver = true
    }

    /// Does what a fault does, one step after the other; what the steps of HTTP/1.1 become is in docs/faults.md.
    func play(_ context: ChannelHandlerContext, _ steps: ArraySlice<WireStep>) {
      var steps = steps
      while !isOver, let step = steps.popFirst() {
        switch step {
        case .send(let bytes): feed(context, bytes, steps)
        case .trickle(let bytes, let size, let gap):
          let rest = bytes.dropFirst(size)
          let next = rest.isEmpty ? steps : [.trickle(rest, by: size, every: gap)] + steps
          feed(context, bytes.prefix(size), next)
          if !rest.isEmpty { return play(context, next, after: gap) }
        case .wait(let time): return play(context, steps, after: time)
        case .silence: return
        case .end: return end(context)
        case .reset: return resetConnection(context)
        case .resetStream(let code): return reset(context, code)
        case .goAway(let code, let refusing): return goAway(context, code, refusing: refusing)
        }
      }
      if !isOver { finish(context) }
    }

    private func play(
      _ context: ChannelHandlerContext, _ steps: ArraySlice<WireStep>, after time: Duration
    ) {
      let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      context.eventLoop.scheduleTask(in: TimeAmount(time)) {
        let (handler, context) = loopBound.value
        // An answer that is complete may still have the end of its connection before it.
        handler.play(context, steps)
      }
    }

    /// Sends what bytes of HTTP/1.1 mean.
    ///
    /// - Parameter rest: the steps that follow.
    private func feed(
      _ context: ChannelHandlerContext, _ bytes: some Collection<UInt8>,
      _ rest: ArraySlice<WireStep>
    ) {
      for event in reader.read(bytes) {
        if case .malformed = event { return reset(context, .protocolError) }
        write(context, event)
      }
      context.flush()
      if reader.isComplete, !rest.contains(where: \.sends), !hasEnded {
        write(context, ByteBuffer(), ends: true)
        context.flush()
      }
    }

    private func write(_ context: ChannelHandlerContext, _ event: AnswerReader.Event) {
      switch event {
      case .malformed: return
      case .body(let bytes): write(context, ByteBuffer(bytes: bytes), ends: false)
      case .head(let status, let fields):
        let fields = fields.filter { !Self.ofConnection.contains($0.name) }
        guard !HTTP2RawFrames.areNeeded(for: fields) else {
          return writeRaw(context, status, fields)
        }
        var headers: HPACKHeaders = [":status": String(status)]
        for field in fields { headers.add(name: field.name, value: field.value) }
        context.write(wrapOutboundOut(.headers(.init(headers: headers))), promise: nil)
      }
    }

    private func writeRaw(
      _ context: ChannelHandlerContext, _ status: Int, _ fields: [AnswerReader.HeaderLine]
    ) {
      let frames = HTTP2RawFrames(stream: UInt32(streamNumber(context)))
      raw = frames
      writeRaw(context, frames.head(status: status, fields))
    }

    /// Writes past what speaks HTTP/2, which goes on to believe that the stream waits for its answer.
    private func writeRaw(_ context: ChannelHandlerContext, _ bytes: ByteBuffer) {
      let pipeline = context.channel.parent?.pipeline.syncOperations
      let connection = try? pipeline?.context(handlerType: NIOHTTP2Handler.self)
      connection?.writeAndFlush(NIOAny(bytes), promise: nil)
    }

    private func write(_ context: ChannelHandlerContext, _ bytes: ByteBuffer, ends: Bool) {
      hasEnded = hasEnded || ends
      if let raw { return writeRaw(context, raw.body(bytes, ends: ends)) }
      context.write(
        wrapOutboundOut(.data(.init(data: .byteBuffer(bytes), endStream: ends))), promise: nil)
    }

    /// Fields that HTTP/2 forbids (RFC 9113, section 8.2.2).
    private static let ofConnection: Set = [
      "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade",
    ]

    /// Ends the stream of an answer whose steps are over.
    private func finish(_ context: ChannelHandlerContext) {
      guard !hasEnded else { return }
      guard reader.hasHead, reader.endsWithInput else { return reset(context, .internalError) }
      write(context, ByteBuffer(), ends: true)
      context.flush()
      isOver = true
    }
  }

  extension WireStep {
    /// Whether it sends something of the answer.
    fileprivate var sends: Bool {
      switch self {
      case .send, .trickle: true
      case .wait, .end, .reset, .silence, .resetStream, .goAway: false
      }
    }
  }
#endif
