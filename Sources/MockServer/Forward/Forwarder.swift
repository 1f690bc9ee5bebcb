import MockEngine
import NIOCore
import NIOHTTP1
import NIOPosix

/// Passes requests on to one provider, over connections that are kept open.
///
/// Everything happens on the event loop of the mock. A request that may not be sent twice goes over a
/// connection of its own, since the provider may close one that is idle at any moment; any other is
/// sent again when that happens.
final class Forwarder {
  let target: ForwardTarget
  private let address: SocketAddress
  private let loop: any EventLoop
  private let limits: ForwardLimits
  private let security: ForwardSecurity
  private var idle: [ForwardConnection] = []
  private var isStopped = false

  private static let idleLimit = 64

  init(
    to target: ForwardTarget, at address: SocketAddress, limits: ForwardLimits,
    security: ForwardSecurity, on loop: any EventLoop
  ) {
    self.security = security
    self.target = target
    self.address = address
    self.limits = limits
    self.loop = loop
  }

  /// Passes a request on.
  ///
  /// - Returns: the answer; it fails with a ``ForwardFailure``.
  func forward(_ request: ForwardedRequest) -> EventLoopFuture<ForwardedResponse> {
    guard request.isIdempotent, let connection = takeIdle() else { return sendAnew(request) }
    let promise = loop.makePromise(of: ForwardedResponse.self)
    connection.send(request, within: limits.timeout, promise)
    return promise.futureResult.assumeIsolated().flatMapError { error in
      guard case .noAnswer? = error as? ForwardFailure else {
        return self.loop.makeFailedFuture(error)
      }
      return self.sendAnew(request)
    }.nonisolated()
  }

  /// Closes the connections that are idle, and those that become so.
  func stop() {
    isStopped = true
    for connection in idle { connection.close() }
    idle = []
  }

  private func takeIdle() -> ForwardConnection? {
    while let connection = idle.popLast() {
      if connection.isActive { return connection }
    }
    return nil
  }

  private func keep(_ connection: ForwardConnection) {
    guard !isStopped, idle.count < Self.idleLimit else { return connection.close() }
    idle.append(connection)
  }

  private func sendAnew(_ request: ForwardedRequest) -> EventLoopFuture<ForwardedResponse> {
    let promise = loop.makePromise(of: ForwardedResponse.self)
    let limits = limits
    connect().assumeIsolated().whenComplete { result in
      switch result {
      case .success(let connection):
        connection.value.send(request, within: limits.timeout, promise)
      case .failure(let error):
        promise.fail(ForwardFailure.unreachable("\(error)"))
      }
    }
    return promise.futureResult
  }

  private func connect() -> EventLoopFuture<NIOLoopBound<ForwardConnection>> {
    let bodyLimit = limits.body
    let forwarder = NIOLoopBound(self, eventLoop: loop)
    let loop = loop
    let (security, target) = (security, target)
    return ClientBootstrap(group: loop)
      .connectTimeout(TimeAmount(limits.connecting))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .connect(to: address)
      .flatMapThrowing { channel in
        let connection = ForwardConnection(channel, bodyLimit: bodyLimit) { connection in
          forwarder.value.keep(connection)
        }
        try security.add(to: channel, target)
        try channel.pipeline.syncOperations.addHTTPClientHandlers()
        try channel.pipeline.syncOperations.addHandler(connection)
        return NIOLoopBound(connection, eventLoop: loop)
      }
  }
}
