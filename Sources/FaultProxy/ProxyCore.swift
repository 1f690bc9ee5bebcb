import FaultModel
import NIOCore
import NIOPosix

/// The state of a proxy, on its event loop.
final class ProxyCore {
  let seed: UInt64
  let loop: any EventLoop
  var upstream: Endpoint
  private(set) var toxics: [Toxic]
  private(set) var counts = ProxyCounts()
  private var clients: [ObjectIdentifier: any Channel] = [:]
  private var connections: [ObjectIdentifier: ProxyConnection] = [:]

  init(_ options: ProxyOptions, seed: UInt64, loop: any EventLoop) {
    self.seed = seed
    self.loop = loop
    upstream = options.upstream
    toxics = options.toxics
  }

  /// Small for the many connections that carry little, and large where much comes at once.
  static let receiveBuffers = AdaptiveRecvByteBufferAllocator(
    minimum: 1_024, initial: 4_096, maximum: 262_144)

  /// Takes a client and connects it to the server.
  func accept(_ client: any Channel) {
    let number = UInt64(counts.connections)
    counts.connections += 1
    guard !ToxicChain.refuses(toxics, seed: seed, connection: number) else {
      client.reset()
      return
    }
    let glue = GlueHandler(.upstream)
    do {
      try client.pipeline.syncOperations.addHandler(glue)
    } catch {
      client.close(promise: nil)
      return
    }
    clients[ObjectIdentifier(client)] = client
    counts.openConnections += 1
    let core = NIOLoopBound((self, glue), eventLoop: loop)
    client.closeFuture.whenComplete { _ in core.value.0.forget(client) }
    ClientBootstrap(group: loop)
      .channelOption(.autoRead, value: false)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(.recvAllocator, value: Self.receiveBuffers)
      .connect(host: upstream.host, port: upstream.port)
      .whenComplete { result in
        let (core, glue) = core.value
        switch result {
        case .success(let server): core.connect(client, glue, server, number)
        case .failure: client.close(promise: nil)
        }
      }
  }

  private func forget(_ client: any Channel) {
    clients[ObjectIdentifier(client)] = nil
    counts.openConnections -= 1
  }

  private func connect(
    _ client: any Channel, _ glue: GlueHandler, _ server: any Channel, _ number: UInt64
  ) {
    guard client.isActive else {
      server.close(promise: nil)
      return
    }
    let connection = ProxyConnection(
      client: client, server: server, number: number, toxics: toxics, core: self)
    connections[ObjectIdentifier(connection)] = connection
    let serverGlue = GlueHandler(.downstream)
    do {
      try server.pipeline.syncOperations.addHandler(serverGlue)
      serverGlue.attach(connection)
      connection.start()
      glue.attach(connection)
    } catch {
      connection.close()
    }
  }

  /// Changes the toxics, on the connections that are open as well.
  func update(_ toxics: [Toxic]) {
    self.toxics = toxics
    for connection in Array(connections.values) { connection.update(toxics) }
  }

  /// Forgets a connection that is over.
  func remove(_ connection: ProxyConnection) {
    connections[ObjectIdentifier(connection)] = nil
  }

  /// Counts bytes that came.
  func countReceived(_ bytes: Int, _ stream: ToxicStream) {
    switch stream {
    case .upstream: counts.upstreamReceived += bytes
    case .downstream: counts.downstreamReceived += bytes
    }
  }

  /// Counts bytes that are sent on.
  func count(_ bytes: Int, _ stream: ToxicStream) {
    switch stream {
    case .upstream: counts.upstreamBytes += bytes
    case .downstream: counts.downstreamBytes += bytes
    }
  }

  /// Closes every connection.
  func closeAll() {
    for connection in Array(connections.values) { connection.close() }
    for client in Array(clients.values) { client.close(promise: nil) }
  }
}
