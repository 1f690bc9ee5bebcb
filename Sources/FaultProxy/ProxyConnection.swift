import FaultModel
import NIOCore
import NIOPosix

/// A client, the server that it is connected to, and the two streams between them.
final class ProxyConnection {
  private let client: any Channel
  private let server: any Channel
  private let core: ProxyCore
  private(set) var isOver = false
  private(set) var up: ProxyStream?
  private(set) var down: ProxyStream?

  /// Creates the connection that has a number; its reading starts with ``start()``.
  init(
    client: any Channel, server: any Channel, number: UInt64, toxics: [Toxic], core: ProxyCore
  ) {
    self.client = client
    self.server = server
    self.core = core
    func chain(_ stream: ToxicStream) -> ToxicChain {
      ToxicChain(toxics, stream: stream, seed: core.seed, connection: number, at: .now)
    }
    up = ProxyStream(from: client, to: server, chain(.upstream), .upstream, of: self)
    down = ProxyStream(from: server, to: client, chain(.downstream), .downstream, of: self)
  }

  /// Starts reading from both sides.
  func start() {
    for channel in [client, server] {
      channel.setOption(.autoRead, value: true).whenFailure { _ in }
    }
    up?.start()
    down?.start()
  }

  /// Changes the toxics.
  func update(_ toxics: [Toxic]) {
    up?.update(toxics)
    down?.update(toxics)
  }

  /// Counts bytes that came.
  func countReceived(_ bytes: Int, _ stream: ToxicStream) { core.countReceived(bytes, stream) }

  /// Counts bytes that are sent on.
  func count(_ bytes: Int, _ stream: ToxicStream) { core.count(bytes, stream) }

  /// Closes both sides when both streams have ended.
  func streamEnded() {
    if up?.hasSentEnd == true, down?.hasSentEnd == true { close() }
  }

  /// Closes both sides when what was written to them has left, or after a second.
  func close() {
    finish()
    for channel in [client, server] {
      let written = channel.eventLoop.makePromise(of: Void.self)
      let timer = channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
      written.futureResult.whenComplete { _ in
        timer.cancel()
        channel.close(promise: nil)
      }
      channel.writeAndFlush(ByteBuffer(), promise: written)
    }
  }

  /// Resets both sides.
  func reset() {
    finish()
    for channel in [client, server] { channel.reset() }
  }

  private func finish() {
    guard !isOver else { return }
    isOver = true
    up?.cancel()
    down?.cancel()
    // The streams refer to the connection.
    up = nil
    down = nil
    core.remove(self)
  }
}
