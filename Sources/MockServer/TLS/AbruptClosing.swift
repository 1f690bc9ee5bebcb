import NIOCore

#if TLS
  import NIOSSL
#endif

extension Error {
  /// Whether the peer only ended what it sends, without the farewell that TLS has for it.
  var isEndWithoutFarewell: Bool {
    #if TLS
      if case .uncleanShutdown? = self as? NIOSSLError { return true }
    #endif
    return false
  }
}

extension Channel {
  /// Closes a connection at once: over TLS without the farewell that a client would take for an end
  /// in good order.
  func closeAbruptly() {
    #if TLS
      let security = try? pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self)
      if let security { return security.close(promise: nil) }
    #endif
    close(promise: nil)
  }
}
