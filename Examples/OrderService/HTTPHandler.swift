import NIOCore
import NIOHTTP1

/// Collects the parts of each request of a connection and writes the answers.
final class HTTPHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private static let largestBody = 1 << 20

  private let router: Router
  private var head: HTTPRequestHead?
  private var body = ByteBuffer()

  init(router: Router) { self.router = router }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body.clear()
    case .body(var part):
      // What is too large is not kept; reading on keeps the connection in step.
      if body.readableBytes <= Self.largestBody { body.writeBuffer(&part) }
    case .end:
      guard let head else { return }
      write(answer(to: head), to: head, in: context)
      self.head = nil
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(to head: HTTPRequestHead) -> Answer {
    guard body.readableBytes <= Self.largestBody else {
      return .error(.payloadTooLarge, "the body is larger than \(Self.largestBody) bytes")
    }
    return router.answer(Request(head, body: Array(body.readableBytesView)))
  }

  private func write(_ answer: Answer, to head: HTTPRequestHead, in context: ChannelHandlerContext)
  {
    var headers = answer.headers
    if answer.status.mayHaveResponseBody {
      headers.replaceOrAdd(name: "Content-Length", value: String(answer.body.count))
    }
    if !head.isKeepAlive { headers.replaceOrAdd(name: "Connection", value: "close") }
    let response = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
    context.write(wrapOutboundOut(.head(response)), promise: nil)
    if !answer.body.isEmpty, head.method != .HEAD {
      let buffer = context.channel.allocator.buffer(bytes: answer.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }
    let written = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if !head.isKeepAlive {
      let channel = context.channel
      written.whenComplete { _ in channel.close(promise: nil) }
    }
  }
}
