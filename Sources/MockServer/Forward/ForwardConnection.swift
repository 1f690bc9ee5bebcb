import NIOCore
import NIOHTTP1

/// A connection to the provider, on which one request at a time is answered.
final class ForwardConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private struct Exchange {
    let promise: EventLoopPromise<ForwardedResponse>
    let timer: Scheduled<Void>
    var response: ForwardedResponse?
  }

  private let channel: any Channel
  private let bodyLimit: Int
  private var exchange: Exchange?
  /// Called when the connection can take another request.
  private let becameIdle: (ForwardConnection) -> Void

  init(
    _ channel: any Channel, bodyLimit: Int, becameIdle: @escaping (ForwardConnection) -> Void
  ) {
    self.channel = channel
    self.bodyLimit = bodyLimit
    self.becameIdle = becameIdle
  }

  /// Whether the provider has not closed the connection yet, as far as is known.
  var isActive: Bool { channel.isActive }

  /// Sends a request.
  ///
  /// - Parameters:
  ///   - limit: how long the answer is waited for.
  ///   - promise: gets the answer, or a ``ForwardFailure``.
  func send(
    _ request: ForwardedRequest, within limit: Duration,
    _ promise: EventLoopPromise<ForwardedResponse>
  ) {
    let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
    let timer = channel.eventLoop.scheduleTask(in: TimeAmount(limit)) {
      bound.value.fail(.late(limit))
    }
    exchange = Exchange(promise: promise, timer: timer)
    let written = channel.eventLoop.makePromise(of: Void.self)
    written.futureResult.whenFailure { error in
      let isClosed = error is ChannelError || error is IOError
      bound.value.fail(isClosed ? .noAnswer : .broken("\(error)"))
    }
    channel.write(HTTPClientRequestPart.head(request.head), promise: written)
    if let body = request.body {
      channel.write(
        HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
    }
    channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
  }

  /// Closes the connection.
  func close() { channel.close(promise: nil) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): exchange?.response = ForwardedResponse(head: head)
    case .body(let bytes):
      guard let count = exchange?.response?.body.count,
        count + bytes.readableBytes <= bodyLimit
      else { return fail(.tooLarge(limit: bodyLimit)) }
      exchange?.response?.body.append(contentsOf: bytes.readableBytesView)
    case .end: finish()
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    let hasBegun = exchange?.response != nil
    fail(hasBegun ? .broken("the connection ended within it") : .noAnswer)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    let isReset = error is IOError && exchange?.response == nil
    fail(isReset ? .noAnswer : .broken("\(error)"))
  }

  private func finish() {
    guard let done = exchange, let response = done.response else { return }
    exchange = nil
    done.timer.cancel()
    if response.head.isKeepAlive, channel.isActive { becameIdle(self) } else { close() }
    done.promise.succeed(response)
  }

  private func fail(_ failure: ForwardFailure) {
    // Closing tells of itself at once, and must not find what it ends.
    let failed = exchange
    exchange = nil
    close()
    guard let failed else { return }
    failed.timer.cancel()
    failed.promise.fail(failure)
  }
}
