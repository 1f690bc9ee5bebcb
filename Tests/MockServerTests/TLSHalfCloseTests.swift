#if TLS
  import FaultModel
  import MockServer
  import NIOCore
  import NIOPosix
  import NIOSSL
  import NIOTLS
  import Testing

  /// Clients that say that they have nothing more to ask while the answer is still waited for.
  @Suite(.timeLimit(.minutes(3))) struct TLSHalfCloseTests {
    @Test(arguments: [true, false])
    func `an answer that comes late is sent to a client that has ended its input`(
      saysFarewell: Bool
    ) async throws {
      let script = FaultScript(
        name: "s", target: .request(method: nil, path: "/orders/42"),
        steps: [FaultStep(.latency(.milliseconds(50)))])
      try await SecureServer.with(faults: [script]) { secure in
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .file(secure.path("ca.pem"))
        configuration.certificateVerification = .noHostnameVerification
        let context = try NIOSSLContext(configuration: configuration)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makePromise(of: String.self)
        _ = try await ClientBootstrap(group: loop)
          .channelOption(.allowRemoteHalfClosure, value: true)
          .channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
              let pipeline = channel.pipeline.syncOperations
              try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: nil))
              try pipeline.addHandler(HalfClosingClient(answer, saysFarewell: saysFarewell))
            }
          }.connect(host: "127.0.0.1", port: secure.server.port).get()
        #expect(try await answer.futureResult.get().hasSuffix(#"{"id":42}"#))
      }
    }
  }

  /// Asks for order 42 once the handshake is done, ends what it sends, and takes what comes.
  private final class HalfClosingClient: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: EventLoopPromise<String>
    /// Whether the end is said by TLS, or by TCP alone.
    private let saysFarewell: Bool
    private var received = ByteBuffer()

    init(_ answer: EventLoopPromise<String>, saysFarewell: Bool) {
      self.answer = answer
      self.saysFarewell = saysFarewell
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      guard case .handshakeCompleted? = event as? TLSUserEvent else { return }
      let request = ByteBuffer(string: "GET /orders/42 HTTP/1.1\r\nHost: h\r\n\r\n")
      context.writeAndFlush(wrapOutboundOut(request), promise: nil)
      if saysFarewell {
        context.close(mode: .output, promise: nil)
      } else {
        let below = try? context.pipeline.syncOperations.context(
          handlerType: NIOSSLClientHandler.self)
        below?.close(mode: .output, promise: nil)
      }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      var buffer = unwrapInboundIn(data)
      received.writeBuffer(&buffer)
    }

    func channelInactive(context: ChannelHandlerContext) {
      answer.succeed(String(buffer: received))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
#endif
