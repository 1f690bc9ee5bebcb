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

  /// Takes a client and connects it to the server.
  func accept(_ client: any Channel) {
    let number = UInt64(counts.connections)
    counts.connections += 1
    clients[ObjectIdentifier(client)] = client
    let core = NIOLoopBound(self, eventLoop: loop)
    client.closeFuture.whenComplete { _ in core.value.clients[ObjectIdentifier(client)] = nil }
    ClientBootstrap(group: loop)
      .channelOption(.autoRead, value: false)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .connect(host: upstream.host, port: upstream.port)
      .whenComplete { result in
        switch result {
        case .success(let server): core.value.connect(client, server, number)
        case .failure: client.close(promise: nil)
        }
      }
  }

  private func connect(_ client: any Channel, _ server: any Channel, _ number: UInt64) {
    guard client.isActive else {
      server.close(promise: nil)
      return
    }
    let connection = ProxyConnection(
      client: client, server: server, number: number, toxics: toxics, core: self)
    connections[ObjectIdentifier(connection)] = connection
    do {
      try client.pipeline.syncOperations.addHandler(GlueHandler(.upstream, connection))
      try server.pipeline.syncOperations.addHandler(GlueHandler(.downstream, connection))
      connection.start()
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
