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
  private let turns = ChangeTurns()
  /// Where it was told to listen.
  private var wanted: Endpoint
  private var listen: Endpoint
  private var upstream: Endpoint
  private var channel: (any Channel)?
  private var toxics: [Toxic]
  private var isStopped = false

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
    wanted = options.listen
    listen = options.listen
    upstream = options.upstream
    toxics = options.toxics
    self.core = core
    self.loop = loop
  }

  /// What it is now; the address is the one that is listened on.
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

  /// Whether it listens on an address, and connects to one, as `options` say.
  package func isPlaced(as options: ProxyOptions) -> Bool {
    options.upstream == upstream
      && (options.listen == listen || options.listen == wanted && wanted.port != 0)
  }

  /// Listens; a port that was picked stays the same.
  package func enable() async throws(ProxyError) {
    await turns.begin()
    defer { turns.end() }
    try await open()
  }

  /// Stops listening and closes every connection.
  package func disable() async {
    await turns.begin()
    defer { turns.end() }
    await close()
  }

  /// Ends the proxy: it cannot be enabled again.
  package func stop() async {
    isStopped = true
    await disable()
  }

  /// Changes where it listens and connects to, and whether it does; what is `nil` stays.
  ///
  /// When an address changes, connections that are open are closed. When the new one cannot be
  /// listened on, the proxy is what it was before.
  package func change(
    listen: Endpoint? = nil, upstream: Endpoint? = nil, isEnabled: Bool? = nil
  ) async throws(ProxyError) {
    await turns.begin()
    defer { turns.end() }
    let old = options
    let oldWanted = wanted
    var new = old
    if let listen { new.listen = listen }
    if let upstream { new.upstream = upstream }
    let isEnabled = isEnabled ?? old.isEnabled
    if !isPlaced(as: new) {
      await close()
      await place(wanted: new.listen, listen: new.listen, upstream: new.upstream)
    }
    guard isEnabled else { return await close() }
    do throws(ProxyError) {
      try await open()
    } catch {
      await place(wanted: oldWanted, listen: old.listen, upstream: old.upstream)
      if old.isEnabled { try? await open() }
      throw error
    }
  }

  /// Changes the toxics, on the connections that are open as well.
  package func setToxics(_ toxics: [Toxic]) async {
    self.toxics = toxics
    let core = core
    try? await loop.submit { core.value.update(toxics) }.get()
  }
}

// MARK: - The listening socket

extension FaultProxy {
  private func place(wanted: Endpoint, listen: Endpoint, upstream: Endpoint) async {
    self.wanted = wanted
    self.listen = listen
    self.upstream = upstream
    let core = core
    try? await loop.submit { core.value.upstream = upstream }.get()
  }

  private func open() async throws(ProxyError) {
    guard !isStopped else { throw .noProxy }
    guard channel == nil else { return }
    let opened: any Channel
    do {
      opened = try await bind()
    } catch {
      let reason = "\(error)"
      let isTaken = reason.contains("Address already in use") || reason.contains("errno: 98")
      throw ProxyError(
        .listening, "cannot listen on \(listen): " + (isTaken ? "the port is in use" : reason))
    }
    channel = opened
    listen = Endpoint(
      host: opened.localAddress?.ipAddress ?? listen.host,
      port: opened.localAddress?.port ?? listen.port)
  }

  private func bind() async throws -> any Channel {
    let core = core
    return try await ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.recvAllocator, value: ProxyCore.receiveBuffers)
      .childChannelInitializer { client in
        core.value.accept(client)
        return client.eventLoop.makeSucceededVoidFuture()
      }
      .bind(host: listen.host, port: listen.port).get()
  }

  private func close() async {
    let channel = channel
    self.channel = nil
    try? await channel?.close()
    let core = core
    try? await loop.submit { core.value.closeAll() }.get()
  }
}
