package import FaultModel
package import NIOCore
import NIOPosix

/// A TCP proxy that disturbs the connections that go through it.
///
/// It knows bytes, and nothing of what they mean. All of its connections are on one event loop.
package actor FaultProxy {
  /// The name.
  package nonisolated let name: String
  private let core: NIOLoopBound<ProxyCore>
  private let loop: any EventLoop
  private var listen: Endpoint
  private var upstream: Endpoint
  private var channel: (any Channel)?
  private var toxics: [Toxic]

  /// Starts a proxy with its toxics: no connection is accepted before they are there.
  ///
  /// - Parameters:
  ///   - options: where it listens, where it connects to, and its toxics.
  ///   - seed: decides which connections a toxic befalls.
  ///   - loop: the event loop; `nil` for one of the process's own.
  /// - Throws: ``ProxyError`` when the address cannot be listened on.
  package static func start(
    _ options: ProxyOptions, seed: UInt64, on loop: (any EventLoop)? = nil
  ) async throws(ProxyError) -> FaultProxy {
    let loop = loop ?? MultiThreadedEventLoopGroup.singleton.next()
    let proxy: FaultProxy
    do {
      let core = try await loop.submit {
        NIOLoopBound(ProxyCore(options, seed: seed, loop: loop), eventLoop: loop)
      }.get()
      proxy = FaultProxy(options, core, loop)
    } catch {
      throw ProxyError(.listening, "\(error)")
    }
    if options.isEnabled { try await proxy.enable() }
    return proxy
  }

  private init(_ options: ProxyOptions, _ core: NIOLoopBound<ProxyCore>, _ loop: any EventLoop) {
    name = options.name
    listen = options.listen
    upstream = options.upstream
    toxics = options.toxics
    self.core = core
    self.loop = loop
  }

  /// What it is now; the port is the one that is listened on.
  package var options: ProxyOptions {
    ProxyOptions(
      name: name, listen: listen, upstream: upstream, isEnabled: channel != nil, toxics: toxics)
  }

  /// What has gone through.
  package var counts: ProxyCounts {
    get async {
      let core = core
      return (try? await loop.submit { core.value.counts }.get()) ?? ProxyCounts()
    }
  }

  /// Listens; a port that was picked stays the same.
  package func enable() async throws(ProxyError) {
    guard channel == nil else { return }
    let core = core
    let bootstrap = ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { client in
        core.value.accept(client)
        return client.eventLoop.makeSucceededVoidFuture()
      }
    do {
      let opened = try await bootstrap.bind(host: listen.host, port: listen.port).get()
      channel = opened
      listen.port = opened.localAddress?.port ?? listen.port
    } catch {
      let reason = "\(error)"
      let isTaken = reason.contains("Address already in use") || reason.contains("errno: 98")
      throw ProxyError(
        .listening,
        "cannot listen on \(listen): " + (isTaken ? "the port is in use" : reason))
    }
  }

  /// Stops listening and closes every connection.
  package func disable() async {
    let channel = channel
    self.channel = nil
    try? await channel?.close()
    let core = core
    try? await loop.submit { core.value.closeAll() }.get()
  }

  /// Changes the toxics, on the connections that are open as well.
  package func setToxics(_ toxics: [Toxic]) async {
    self.toxics = toxics
    let core = core
    try? await loop.submit { core.value.update(toxics) }.get()
  }

  /// Changes where it listens and connects to; connections that are open are closed.
  package func move(listen: Endpoint, upstream: Endpoint) async throws(ProxyError) {
    let wasEnabled = channel != nil
    await disable()
    self.listen = listen
    self.upstream = upstream
    let core = core
    try? await loop.submit { core.value.upstream = upstream }.get()
    if wasEnabled { try await enable() }
  }
}
