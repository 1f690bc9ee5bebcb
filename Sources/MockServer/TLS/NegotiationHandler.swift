#if TLS
  import NIOCore
  import NIOTLS

  /// Waits for the end of a handshake, and adds what speaks the version of HTTP that was agreed on.
  final class NegotiationHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let addHTTP: (any Channel, HTTPVersion) throws -> Void

    init(_ addHTTP: @escaping (any Channel, HTTPVersion) throws -> Void) {
      self.addHTTP = addHTTP
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      guard case .handshakeCompleted(let name)? = event as? TLSUserEvent else {
        return context.fireUserInboundEventTriggered(event)
      }
      do {
        // A client without ALPN speaks HTTP/1.1.
        try addHTTP(context.channel, name.flatMap(HTTPVersion.init) ?? .http1)
      } catch {
        return context.close(promise: nil)
      }
      context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      // The alert that says what was wrong with the handshake is sent by then.
      context.close(promise: nil)
    }
  }
#endif
